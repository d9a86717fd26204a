import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { exports } from "../../package.json" with { type: "json" };
import { reportAPI } from "../support/api-report.js";
import { expectCommitted } from "../support/committed.js";

interface Door {
  readonly import: { readonly types: string };
  readonly require: { readonly types: string };
}

const fileOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const doors = Object.entries<Door | object | string>(exports).flatMap(([subpath, door]) =>
  typeof door === "object" && "import" in door
    ? [{ subpath, imported: fileOf(door.import.types), required: fileOf(door.require.types) }]
    : [],
);
const reports = reportAPI(doors.flatMap(({ imported }) => imported));
const requiredReports = reportAPI(doors.flatMap(({ required }) => required));

describe("The public API", () => {
  it.each(doors)("is as committed, in names and types: $subpath", ({ subpath, imported, required }) => {
    const report = reports.get(imported)!;
    const name = subpath === "." ? "index" : subpath.slice("./".length);
    expectCommitted("API", new URL(`api/${name}.txt`, import.meta.url), report);
    expect(requiredReports.get(required)).toBe(report);
  });
});
