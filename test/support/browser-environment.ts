import type { Browser } from "playwright-core";
import type { Environment } from "vitest/runtime";

/** Where the browsers of a process are: what loads an environment and what runs its tests share no module. */
const KEY = Symbol.for("mizwala browsers");
type Holder = Record<typeof KEY, Map<string, Promise<Browser>>>;

/** The environment of the browser tests: browsers that stay open from file to file, until their process ends. */
const environment: Environment = {
  name: "browsers",
  viteEnvironment: "ssr",
  setup(global: Holder) {
    const browsers = (global[KEY] = new Map<string, Promise<Browser>>());
    return {
      async teardown() {
        await Promise.allSettled(Array.from(browsers.values(), async (browser) => (await browser).close()));
      },
    };
  },
};
export default environment;

/** A browser that was started with the same, or a new one: a start takes seconds, a window next to nothing. */
export async function sharedBrowser(key: string, start: () => Promise<Browser>): Promise<Browser> {
  const browsers = (globalThis as unknown as Holder)[KEY];
  const open = browsers.get(key);
  if ((await open?.catch(() => undefined))?.isConnected()) return open!;
  const browser = start();
  browsers.set(key, browser);
  return browser;
}
