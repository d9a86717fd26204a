import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Driver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { serve, type TestServer } from "../support/server.js";

/** The driver of WebKit puts a script of its own into pages, which the policy of this one refuses. */
const ENGINES = ["chromium", "firefox"] as const;
const AROUND = `<!doctype html><title>around</title>
<iframe src="/embed" title="From Astana to Damascus" style="width: 100%; height: 640px; border: 0"></iframe>`;

let site: TestServer;
beforeAll(async () => {
  const embed = await readFile(new URL("../../examples/embed.html", import.meta.url), "utf8");
  site = await serve({ "/around": AROUND, "/embed": embed });
});
afterAll(() => site.close());

describe.each(ENGINES)("The page to embed, in %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 700 });
  });
  afterAll(() => browser.close());

  it.each(["alone", "in a frame"])(
    "draws its timeline, keeps its own policy and requests nothing: %s",
    async (where) => {
      const [path, page] = where === "alone" ? ["/embed", "window"] : ["/around", "frames[0]"];
      await browser.goto(site.url + path);
      await browser.settle();
      const marks = `${page}.document.querySelectorAll(".mizwala-mark").length`;
      await expect.poll(() => browser.run(marks)).toBe(5);
      expect(await browser.run(`${page}.performance.getEntriesByType("resource").map(({ name }) => name)`)).toEqual([]);
      expect(await browser.run(`${page}.document.querySelector(".mizwala").dataset.layout`)).toBe("flags");
      // Firefox says that the policy also kept it from asking for an icon.
      const problems = await browser.problems();
      expect(problems.filter((problem) => !problem.includes("blocked") || !problem.includes("/favicon.ico"))).toEqual(
        [],
      );
    },
  );
});
