import { openChromium } from "./chromium-driver.js";
import type { ChromiumDriver, Driver, Engine, Setup } from "./driver.js";
import { openFirefox } from "./firefox-driver.js";
import { CPU_SLOWDOWN, IS_FULL } from "./full.js";
import { heard } from "./heard.js";
import { readPlaces } from "./places.js";
import { openWebKit } from "./webkit-driver.js";

const DEFAULTS: Required<Setup> = { width: 1000, height: 600, colorScheme: "light", hasReducedMotion: false };

/** Opens a browser by the name of its engine; open each once per test file, and close it. */
export const engines: {
  readonly chromium: (setup?: Setup) => Promise<ChromiumDriver>;
  readonly firefox: (setup?: Setup) => Promise<Driver>;
  readonly webkit: (setup?: Setup) => Promise<Driver>;
} = {
  chromium: async (setup) => heard(await openChromium(await readPlaces(), { ...DEFAULTS, ...setup })),
  firefox: async (setup) => heard(await openFirefox(await readPlaces(), { ...DEFAULTS, ...setup })),
  webkit: async (setup) => heard(await openWebKit(await readPlaces(), { ...DEFAULTS, ...setup })),
};

/** The names of all engines, for `describe.each`; where the machine is made slow, that of the one that can be. */
export const ENGINES: readonly Engine[] = CPU_SLOWDOWN > 1 ? ["chromium"] : ["chromium", "firefox", "webkit"];

/**
 * The cases to try in an engine, first those in which engines differ most, such as right to left: on a commit the others of
 * them are tried in Chromium alone, in a full run in each.
 */
export function casesIn<const Cases extends readonly unknown[]>(
  engine: Engine,
  cases: Cases,
): readonly Cases[number][] {
  return IS_FULL || engine === "chromium" ? cases : cases.slice(0, 1);
}
