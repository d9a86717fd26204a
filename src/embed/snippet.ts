/** What is to be put into another page, and how. */
export interface SnippetOptions {
  /** The address of the page that shows the timeline, such as the one that `npx mizwala page` writes. */
  readonly src: string;
  /** What readers of screen readers hear the frame called. */
  readonly title: string;
  /**
   * How high the frame is until it tells its own height, in CSS pixels.
   * @defaultValue 640
   */
  readonly height?: number;
  /** The address of `dist/embed.iife.js`, which keeps the height right. Without it, the height stays as it is. */
  readonly script?: string;
  /** What to say in the address: `locale`, `layout`, `theme` and so on; see {@link readAddress}. */
  readonly request?: Readonly<Record<string, string>>;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * The HTML that shows a timeline in another page, for an editor to copy: a frame without any right but to run its script,
 * loaded when the reader comes near it.
 *
 * @example
 * ```ts
 * embedSnippet({ src: "https://news.example/embed.html", title: "From Astana to Damascus", request: { locale: "en" } });
 * ```
 *
 * @param options - See {@link SnippetOptions}.
 * @returns One or two elements of HTML.
 */
export function embedSnippet({ src, title, height = 640, script, request = {} }: SnippetOptions): string {
  const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
  const query = new URLSearchParams({ ...request }).toString();
  const [page, hash = ""] = src.split("#", 2) as [string, string?];
  const joint = query === "" ? "" : page.includes("?") ? "&" : "?";
  const address = `${page}${joint}${query}${hash === "" ? "" : `#${hash}`}`;
  const frame = `<iframe data-mizwala src="${escape(address)}" title="${escape(title)}" width="100%" height="${height}" loading="lazy" sandbox="allow-scripts" style="border: 0"></iframe>`;
  return script === undefined ? frame : `${frame}\n<script async src="${escape(script)}"></script>`;
}
