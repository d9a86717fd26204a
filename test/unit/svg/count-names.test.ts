import { describe, expect, it } from "vitest";
import { renderToSVG } from "../../../src/svg/index.js";

describe("A count in a file", () => {
  it("has its name in words, escaped.", () => {
    const events = Array.from({ length: 40 }, (_, i) => ({ date: "2020-07-03", title: `Q & A ${i}` }));
    const svg = renderToSVG({ locale: "en", events });
    expect(svg).toMatch(
      /<g class="mizwala-more"[^>]*><title>\d+ more events here, Friday, July 3, 2020: Q &amp; A \d+, [^<]*…<\/title><text/,
    );
  });
});
