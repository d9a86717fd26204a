import { it } from "vitest";
import { buildColumns } from "../../src/store/columns.js";
import { normalize } from "../../src/model/normalize.js";
import { resolveOptions } from "../../src/model/options.js";
import { matchEvents } from "../../src/features/search/match.js";
import { choicesOf } from "../../src/features/search/choices.js";
import { stories } from "../support/stories.js";
it("perf", () => {
  const o = resolveOptions({ events: stories(10_000) as never, locale: "ar" });
  const columns = buildColumns(normalize(o.events, o as never).events);
  for (const text of ["ق", "قم", "قمه", "قمه است", "damas", "x", "2015"]) {
    const t = performance.now();
    const n = matchEvents(columns, { text }, { lanes: [], timeZone: "UTC" }).length;
    console.log(text, n, (performance.now() - t).toFixed(1));
  }
  const t = performance.now(); choicesOf(columns.events, [], ["kinds","lanes","tags","participants"], {}); console.log("choices", performance.now()-t);
});
