import { createElementClass, type FeatureMakers } from "./timeline-element.js";

/** Where and how to define the element. */
export interface DefineOptions {
  /**
   * The name of its tag, with a hyphen: another one where two versions of the library are to be apart.
   * @defaultValue "mizwala-timeline"
   */
  readonly name?: string;
  /**
   * What the attribute `features` can name, by what makes it: `{ search, overview }` for `features="search"`. The script bundle
   * knows all of `mizwala/features`. Default: nothing.
   */
  readonly features?: FeatureMakers;
  /** The window to define it in. Default: that of the script, if it has one. */
  readonly window?: Window & typeof globalThis;
}

/**
 * Makes the browser know `<mizwala-timeline>`. Elements that stand in the page already become timelines at once. Where the
 * name is known, and on a server, nothing happens.
 *
 * @example
 * ```ts
 * defineTimelineElement();
 * const element = document.createElement("mizwala-timeline") as TimelineElement;
 * element.events = events;
 * element.addEventListener("mizwala-select", ({ detail }) => console.log(detail.event));
 * document.body.append(element);
 * ```
 *
 * @param options - See {@link DefineOptions}.
 */
export function defineTimelineElement(options: DefineOptions = {}): void {
  const { name = "mizwala-timeline", features = {}, window = globalThis as Window & typeof globalThis } = options;
  const registry = window.customElements as CustomElementRegistry | undefined;
  if (registry && !registry.get(name)) registry.define(name, createElementClass(window, features));
}
