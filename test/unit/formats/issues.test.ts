import { expect, it } from "vitest";
import { sentenceOf } from "../../../src/cli/document.js";
import { sayFinding } from "../../../src/formats/doctor/messages.js";
import { expectCommitted } from "../../support/committed.js";
import { toldOfBadInputs } from "./bad-inputs.js";

it("What is said of each fault, in the command and in both languages, is what is committed", async () => {
  const told = new Map((await toldOfBadInputs()).toReversed().map((issue) => [issue.code, issue]));
  expect(told.size).toBeGreaterThan(45);
  const parts = [...told.keys()].sort().map((code) => {
    const issue = told.get(code)!;
    return `${code}\n  ${sentenceOf(issue)}\n  ${sayFinding(issue, "en")}\n  ${sayFinding(issue, "ar")}\n`;
  });
  expectCommitted("ISSUES", new URL("../../fixtures/issues.txt", import.meta.url), parts.join("\n"));
});
