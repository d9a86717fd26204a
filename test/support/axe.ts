import { source } from "axe-core";
import type { Driver } from "./driver.js";

/** The accessibility rules that a page breaks, each with the elements that break it; `within` is a selector. */
export async function findBarriers(browser: Driver, within = "html"): Promise<string[]> {
  await browser.run(`(() => { if (!window.axe) { ${source} } return true; })()`);
  return browser.run<string[]>(
    `axe.run(${JSON.stringify(within)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ": " + nodes.map(({ target }) => target.join(" ")).join(", ")))`,
  );
}
