import { readFile } from "node:fs/promises";

/** Where the engines and the font configuration are, as `install-browsers.mjs` wrote it down. */
export interface Places {
  readonly fonts: string;
  readonly folders: readonly string[];
  readonly chromium: { readonly path: string; readonly libraries: string };
  readonly firefox: { readonly path: string };
  readonly webkit: { readonly path: string; readonly driver: string };
}

/** Reads the places; the global setup of the browser tests has written them. */
export async function readPlaces(): Promise<Places> {
  const file = new URL("../../node_modules/.cache/browsers/places.json", import.meta.url);
  return JSON.parse(await readFile(file, "utf8")) as Places;
}

/** The environment of every engine: our four fonts, English, UTC. */
export function environment(places: Places, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(own), FONTCONFIG_FILE: places.fonts, TZ: "UTC", LANG: "en_US.UTF-8", ...more };
}
