import type { Driver } from "./driver.js";

/** Browsers ask for an icon by themselves, and say that a policy refuses it. */
const ICON = "/favicon.ico";
const open = new Set<() => Promise<readonly string[]>>();
const left: string[] = [];

/** A browser of which nothing that its pages say is lost, be it that a page is left or the browser closed. */
export function heard<Browser extends Driver>(browser: Browser): Browser {
  const goto = browser.goto.bind(browser);
  const problems = browser.problems.bind(browser);
  const close = browser.close.bind(browser);
  let known = 0;
  const unheard = async (): Promise<readonly string[]> => {
    const all = await problems().catch((): string[] => []);
    const news = all.slice(known <= all.length ? known : 0);
    known = all.length;
    return news.filter((problem) => !problem.includes(ICON));
  };
  open.add(unheard);
  browser.goto = async (url) => {
    left.push(...(await unheard()));
    await goto(url);
    known = 0;
  };
  browser.problems = async () => {
    const all = await problems();
    known = all.length;
    return all;
  };
  browser.close = async () => {
    left.push(...(await unheard()));
    open.delete(unheard);
    await close();
  };
  return browser;
}

/** The problems of all pages since the last time, but for those that a test has asked for. */
export async function takeUnheard(): Promise<readonly string[]> {
  const now = await Promise.all(Array.from(open, (unheard) => unheard()));
  return [...left.splice(0), ...now.flat()];
}
