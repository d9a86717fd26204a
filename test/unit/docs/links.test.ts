import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { followLinks } from "../../../docs/site/links.mjs";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mizwala-links-"));
});
afterEach(() => rm(folder, { recursive: true }));

const check = async (pages: Readonly<Record<string, string>>): Promise<{ count: number; faults: string[] }> => {
  for (const [name, html] of Object.entries(pages)) await writeFile(join(folder, name), html);
  return followLinks(pathToFileURL(`${folder}/`));
};

describe("The links of a site", () => {
  it("are good where they lead to a file, or to a part of one", async () => {
    const link = `<a href="بداية.html#one">to one</a><img src="b.html">`;
    expect(await check({ "a.html": link, "بداية.html": `<h2 id="one">One</h2>`, "b.html": "" })).toEqual({
      count: 2,
      faults: [],
    });
  });

  it("are dead where there is no file or no such part", async () => {
    const links = `<a href="c.html">to c</a> <a href="b.html#two">to b</a> <a href="../">up</a>`;
    const { faults } = await check({ "a.html": links, "b.html": `<h2 id="one">One</h2>` });
    expect(faults).toEqual([
      "a.html: c.html is not there",
      "a.html: b.html#two has no such part",
      "a.html: ../ is not there",
    ]);
  });

  it("may lead to other hosts, from which nothing is loaded", async () => {
    const script = `<a href="https://example.org/">away</a><script src="https://example.org/x.js"></script>`;
    expect((await check({ "a.html": script })).faults).toEqual(["a.html: loads https://example.org/x.js"]);
  });
});
