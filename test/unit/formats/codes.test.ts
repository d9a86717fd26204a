import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sayFinding } from "../../../src/formats/doctor/messages.js";
import { toldOfBadInputs } from "./bad-inputs.js";

const files = ["src/formats", "src/model", "src/time"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.includes("messages"))
    .map((path) => readFileSync(`${folder}/${path}`, "utf8")),
);
const calls = /(?:\bissue|\breport|\bfaultOf|\bfinding)\(\s*(?:[a-z.]+,\s*)*(?:"[a-zA-Z]+",\s*)?"([a-z]+-[a-z]+)"/g;
const codes = new Set(
  files.flatMap((text) => [
    ...[...text.matchAll(calls)].map(([, code]) => code!),
    ...[...text.matchAll(/\bcode: "([a-z]+-[a-z]+)"/g)].map(([, code]) => code!),
  ]),
);

describe("The doctor", () => {
  it("has words in both languages for every code that reading and looking can give", () => {
    expect(codes.size).toBeGreaterThan(45);
    const others = { en: "Found F, expected E.", ar: "وُجد F، والمتوقع E." };
    for (const language of ["en", "ar"] as const)
      expect(
        [...codes].filter(
          (code) =>
            sayFinding({ code, path: "", found: "F", expected: "E", severity: "error" }, language) === others[language],
        ),
        language,
      ).toEqual([]);
  });

  it("is asked about each of them by bad data", async () => {
    const told = new Set((await toldOfBadInputs()).map(({ code }) => code));
    expect([...codes].filter((code) => !told.has(code))).toEqual([]);
  });
});
