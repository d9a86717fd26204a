import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../support/bundle.js";
import { FIELDS, LOCALES } from "../support/date-patterns.js";
import type { Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { serve, type TestServer } from "../support/server.js";

let site: TestServer;
beforeAll(async () => {
  const script = await bundle("src/locale/gregorian-parts.ts");
  site = await serve({ "/": `<!doctype html><title>dates</title><script>${script}</script>` });
});
afterAll(() => site.close());

/** Days of which the pieces are not those that the formatter of the engine writes. */
const WRONG = `${JSON.stringify(LOCALES)}.flatMap((locale) => ${JSON.stringify(FIELDS)}.flatMap((fields) => {
  const format = new Intl.DateTimeFormat(locale + "-u-ca-gregory-nu-latn", { ...fields, timeZone: "UTC" });
  const days = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? i * 26_681 - 420_000 : 18_000 + i * 37));
  const textOf = (parts) => JSON.stringify(parts.map(({ type, value }) => [type, value]));
  return days
    .map((day) => [textOf(mizwala.gregorianParts(format, day)), textOf(format.formatToParts(day * 864e5))])
    .filter(([own, theirs]) => own !== theirs);
}))`;

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]();
    await browser.goto(site.url);
  });
  afterAll(() => browser.close());

  it("the pieces of dates that are remembered are those that the engine writes, in many languages", async () => {
    expect(await browser.run(WRONG)).toEqual([]);
  });
});
