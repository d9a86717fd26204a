import { describe, expect, it } from "vitest";
import { importPeer } from "../../../src/base/peer.js";

const NAME = "@duckdb/duckdb-wasm";

describe("A package that is installed only where it is wanted", () => {
  it.each([
    ["Node", Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" })],
    ["Node, by require", Object.assign(new Error("Cannot find module"), { code: "MODULE_NOT_FOUND" })],
    ["Chromium", new TypeError(`Failed to resolve module specifier '${NAME}'`)],
    ["Firefox", new TypeError(`The specifier “${NAME}” was a bare specifier, but was not remapped to anything.`)],
    ["WebKit", new TypeError(`Module name, '${NAME}' does not resolve to a valid URL.`)],
    ["a bundler", new Error(`Could not resolve "${NAME}" imported by "mizwala". Is it installed?`)],
  ])("is named where it is missing, whatever the words of %s are", async (_, error) => {
    const asked = importPeer(NAME, () => Promise.reject(error));
    await expect(asked).rejects.toThrow(expect.objectContaining({ code: "package-missing" }));
    await expect(asked).rejects.toThrow(`npm install ${NAME}`);
  });

  it("is not taken for missing where it fails otherwise", async () => {
    const error = new Error("out of memory");
    await expect(importPeer(NAME, () => Promise.reject(error))).rejects.toBe(error);
    expect(await importPeer(NAME, () => Promise.resolve({ found: true }))).toEqual({ found: true });
  });
});
