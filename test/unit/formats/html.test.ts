import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventDraft } from "../../../src/formats/draft.js";
import { createHtmlReader } from "../../../src/formats/html.js";
import type { RowNotes } from "../../../src/formats/notes.js";

async function readBoth(html: string): Promise<{ rich: unknown; plain: unknown; sources: unknown; lost: string[] }> {
  const reader = await createHtmlReader();
  const lost: string[] = [];
  const note = { issue: () => undefined, loss: (_: string, found: string) => lost.push(found) } as unknown as RowNotes;
  const event: EventDraft = {};
  const rich = reader.rich(html, event, note, "text");
  return { rich, plain: reader(html, {}, { ...note, loss: () => undefined }, "text"), sources: event.sources, lost };
}

describe("HTML in a summary", () => {
  it.each([
    ["words alone stay words", "a &amp; b", "a & b"],
    ["emphasis", "a <b>b</b> c", ["a ", { text: "b", emphasis: true }, " c"]],
    [
      "emphasis in emphasis",
      "<b>a <i>b</i></b> c",
      [{ text: "a ", emphasis: true }, { text: "b", emphasis: true }, " c"],
    ],
    ["a link", `to <a href="https://x.org/">x</a>.`, ["to ", { text: "x", url: "https://x.org/" }, "."]],
    ["a stressed link", `<a href="/y"><em>y</em></a>`, [{ text: "y", emphasis: true, url: "/y" }]],
    ["lines", "<p>one</p><p><b>two</b><br>three</p>", ["one\n", { text: "two", emphasis: true }, "\nthree"]],
    ["a link that may not be followed", `<a href="javascript:x()">x</a>`, "x"],
    ["emphasis of nothing", "a<b></b>", "a"],
  ])("is read: %s", async (_, html, pieces) => {
    expect((await readBoth(html)).rich).toEqual(pieces);
  });

  it("names what of its look is lost, and keeps links as sources too", async () => {
    const { lost, sources } = await readBoth(`<h2>a</h2><b>b</b><u>c</u> <a href="https://x.org/">x</a>`);
    expect(lost).toEqual(["h2, u"]);
    expect(sources).toEqual([{ title: "x", url: "https://x.org/" }]);
  });

  it("has the words of the plain text, whatever the tags", async () => {
    const tags = [
      "<b>",
      "</b>",
      "<i>",
      "</i>",
      '<a href="https://x.org/">',
      "</a>",
      "<br>",
      "<p>",
      "</p>",
      "one",
      " two ",
      "&lt;",
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...tags), { maxLength: 20 }), async (list) => {
        const { rich, plain } = await readBoth(list.join(""));
        const parts = (Array.isArray(rich) ? rich : [rich]) as (string | { text: string })[];
        const words = parts.map((part) => (typeof part === "string" ? part : part.text));
        expect(words.join("")).toBe(plain);
      }),
      { seed: 20, numRuns: 300 },
    );
  });
});
