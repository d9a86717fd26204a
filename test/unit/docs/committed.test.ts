import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { COMMITTED, expectCommitted } from "../../support/committed.js";

const ROOT = new URL("../../../", import.meta.url);
const TABLE = "support/committed.ts";

const tests = readdirSync(new URL("test/", ROOT), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.m?[jt]s$/.test(path) && path !== TABLE)
  .map((path) => [path, readFileSync(new URL(`test/${path}`, ROOT), "utf8")] as const);

describe("What is committed and compared", () => {
  it("is in one table: no test has a variable of its own", () => {
    const own = tests.filter(([, text]) => /env[[."']*UPDATE/.test(text)).map(([path]) => path);
    expect(own).toEqual([]);
  });

  it.each(Object.entries(COMMITTED))("is compared by the test that writes it down: %s", (name, { command }) => {
    const isUsed = new RegExp(`\\b(expectCommitted|isUpdate|adviceOf)\\(\\s*"${name}"`);
    const users = tests.filter(([, text]) => isUsed.test(text)).map(([path]) => `test/${path}`);
    const named = command.split(" ").filter((word) => word.startsWith("test/"));
    expect(named.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
    for (const path of named) expect(users.filter((user) => user.startsWith(path))).not.toEqual([]);
  });

  it("fails with what differs, when the new is right, and how to write it down", () => {
    vi.stubEnv("UPDATE_SIZES", "");
    const compare = (): void => {
      expectCommitted("SIZES", new URL("test/package/sizes.json", ROOT), "{}\n");
    };
    expect(compare).toThrow(
      "test/package/sizes.json differs from what is committed (sizes, in `test/package/sizes.json`",
    );
    expect(compare).toThrow(
      "Only if what came in is worth its bytes to each page, write it down: UPDATE_SIZES=1 npm run size",
    );
  });
});
