import { safeUrl } from "../base/url.js";

/** Sites whose frames are known to hold films, sound, maps or documents. */
const PROVIDERS: ReadonlySet<string> = new Set(
  `youtube.com youtube-nocookie.com youtu.be vimeo.com player.vimeo.com dailymotion.com soundcloud.com w.soundcloud.com
  open.spotify.com google.com maps.google.com docs.google.com drive.google.com openstreetmap.org documentcloud.org
  embed.documentcloud.org archive.org flickr.com instagram.com twitter.com x.com platform.twitter.com bsky.app embed.bsky.app
  tiktok.com wikipedia.org commons.wikimedia.org aljazeera.net aljazeera.com fast.wistia.net`.split(/\s+/),
);
const LANGUAGE = /^[a-z]{2,3}\.(?=wikipedia\.org$)/;
const FILMS: readonly (readonly [embedded: RegExp, page: string])[] = [
  [/^https:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{1,40})/, "https://www.youtube.com/watch?v="],
  [/^https:\/\/player\.vimeo\.com\/video\/(\d{1,20})/, "https://vimeo.com/"],
];

/** The page behind what a frame shows, where its site is known; `undefined` otherwise. */
export function watchAddress(frame: string): string | undefined {
  const url = safeUrl(frame.startsWith("//") ? `https:${frame}` : frame);
  if (!url?.isExternal) return undefined;
  const host = url.host.replace(/^(www|m)\./, "").replace(LANGUAGE, "");
  if (!PROVIDERS.has(host)) return undefined;
  for (const [embedded, page] of FILMS) {
    const id = embedded.exec(url.href)?.[1];
    if (id !== undefined) return page + id;
  }
  return url.href;
}
