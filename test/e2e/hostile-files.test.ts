import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writePage } from "../../src/cli/page-text.js";
import { toPDF, toPNG } from "../../src/cli/picture.js";
import { write } from "../../src/formats/write.js";
import type { TimelineDocument } from "../../src/index.js";
import { renderToHTML, renderToSVG } from "../../src/svg/index.js";
import { runs } from "../support/full.js";
import { hostileDocument } from "../support/hostile/events.js";
import { actionsIn, addressesIn } from "../support/hostile/pdf.js";
import { environment, readPlaces } from "../support/places.js";
import { file, openGround, POLICY, RAN, STAGE, type Ground } from "../support/hostile/ground.js";
import type { TestPage } from "../support/server.js";

const LAYOUTS = ["flags", "list", "lanes", "density"] as const;

/** As the command line prints a picture. */
async function printed(svg: string): Promise<Uint8Array> {
  const places = await readPlaces();
  const before = { ...process.env };
  Object.assign(process.env, environment(places), { LD_LIBRARY_PATH: places.chromium.libraries });
  try {
    return await toPDF(svg, places.chromium.path);
  } finally {
    process.env = before;
  }
}

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

describe("What is written of hostile texts, opened as a page of its own,", () => {
  const looked = async (name: string, page: TestPage): Promise<void> => {
    ground.pages[`/${name}`] = page;
    await ground.open(`/${name}`);
    await ground.browser.settle();
    expect(await ground.found()).toEqual([]);
  };
  const residue = `[...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]
    .filter(({ name, value }) => /^on/i.test(name) || (/^(href|xlink:href|src|action|data)$/i.test(name) && !/^(https?|mailto|tel):|^#/i.test(new URL(value, document.baseURI))))
    .map(({ name, value }) => name + value))`;
  /** A document that may hold any text, in a layout. */
  const documentOf = (layout: TimelineDocument["layout"], some = ground.acting): TimelineDocument => ({
    ...hostileDocument(some, { round: 3, isJSON: true }),
    ...{ layout: layout ?? "auto", theme: "light" },
  });

  it("S25: is seen to run where it would", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><image href="${ground.canary}"/></svg>`;
    await expect(looked("control.svg", file(svg, "image/svg+xml"))).rejects.toThrow(RAN);
    await expect.poll(() => ground.hits.length).toBeGreaterThan(0);
  });

  it.each(LAYOUTS)("S25: is a picture without script, handlers and requests: %s", async (layout) => {
    const svg = renderToSVG(documentOf(layout, layout === "lanes" ? ground.acting.slice(0, 200) : ground.acting));
    expect(svg).not.toMatch(/<(script|foreignObject|iframe|image|style[^>]*>[^<]*url\()/i);
    await looked(`${layout}.svg`, file(svg, "image/svg+xml"));
    expect(await ground.browser.run("document.documentElement.localName")).toBe("svg");
    expect(await ground.browser.run(residue)).toEqual([]);
  });

  it("S4, S9: is HTML from a server that a strict policy allows, taken over by the library", async () => {
    const some = ground.acting.slice(0, 200);
    const html = renderToHTML(documentOf("flags", some));
    const page = STAGE.replace("></main>", () => `>${html}</main>`).replace(/<link[^>]*>/, "");
    await looked("server", { html: page, headers: { "content-security-policy": POLICY } });
    expect(await ground.browser.run("mizwala.residueIn(document.body)")).toEqual([]);
    await ground.browser.run(
      `void mizwala.createTimeline(document.getElementById("host"), ${JSON.stringify(documentOf("flags", some))})`,
    );
    await ground.browser.settle();
    expect(await ground.browser.run("mizwala.residueIn(document.body)")).toEqual([]);
    expect(await ground.found()).toEqual([]);
  });

  it("S26, S27: is a page to publish under its own policy", async () => {
    const library = await readFile(new URL("../../dist/mizwala.iife.js", import.meta.url), "utf8");
    const image = ground.canary;
    await looked("page", {
      html: writePage(documentOf("list"), library, image),
    });
    await expect
      .poll(() => ground.browser.run(`document.querySelectorAll(".mizwala-event").length`))
      .toBeGreaterThan(400);
    expect(
      await ground.browser.run(
        `[...document.querySelectorAll("#timeline *")].filter((one) => one.matches("script, iframe, img, object")).length`,
      ),
    ).toBe(0);
    expect(await ground.browser.run(residue)).toEqual([]);
    expect(await ground.found()).toEqual([]);
  });

  it.each(LAYOUTS)("S4: is a PDF that does nothing and leads to allowed addresses alone: %s", async (layout) => {
    const shown = { ...documentOf(layout, ground.acting.slice(0, 200)), locale: "en" };
    const pdf = await printed(renderToSVG(shown));
    expect(actionsIn(pdf)).toEqual([]);
    expect(ground.hits).toEqual([]);
  });

  it("S4: would be told of where a PDF leads to", async () => {
    const link = `<a href="${ground.canary}"><text y="20">there</text></a><a href="file:///etc"><text y="40">here</text></a>`;
    const pdf = await printed(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50">${link}</svg>`);
    expect(addressesIn(pdf)).toContain(ground.canary);
    expect(actionsIn(pdf)).toEqual(["file:///etc"]);
    expect(actionsIn(Buffer.concat([pdf, Buffer.from("/S /JavaScript /JS (app.alert\\(1\\))")]))).toContain(
      "/JavaScript",
    );
  });

  it.each(LAYOUTS)("S4: is pixels of a picture that asks for nothing: %s", async (layout) => {
    const png = await toPNG(renderToSVG(documentOf(layout, ground.acting.slice(0, runs(40, 200)))), 1, []);
    expect(Buffer.from(png.slice(1, 4)).toString()).toBe("PNG");
    expect(ground.hits).toEqual([]);
  });

  it("S4: is Markdown whose readers see markup as text", async () => {
    const { text } = await write(documentOf("list"), { format: "markdown" });
    const shown = text.replace(/\\./g, " ").replace(/\]\(<[^<>\s]*>\)/g, "");
    expect(shown).not.toMatch(/<|&#?\w+;|\]\(/);
    expect(text).not.toMatch(/\]\(<(javascript|data|vbscript):/i);
  });
});
