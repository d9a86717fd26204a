import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { expectCommitted, jsonText } from "../../support/committed.js";
import { generateSchema } from "../../support/schema.js";

const FILE = new URL("../../../src/model/schema.json", import.meta.url);
const EXAMPLES = [
  "astana-damascus",
  "astana-background",
  "ibn-battuta",
  "hijri",
  "persian",
  "deep-time",
  "eras-space",
  "lanes-ibn-battuta",
  "lanes-moon",
].map((name) => `examples/${name}.json`);

const readJSON = (path: string | URL): object => JSON.parse(readFileSync(path, "utf8")) as object;

describe("the JSON schema of a document", () => {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(readJSON(FILE));
  const faultsOf = (document: unknown): readonly string[] => {
    validate(document);
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  };
  const withEvent = (event: object): object => ({ events: [{ date: "2020", title: "A title", ...event }] });

  it("is what the types say", () => {
    expectCommitted("SCHEMA", FILE, jsonText(generateSchema()));
  });

  it.each(EXAMPLES)("accepts %s", (path) => {
    expect(faultsOf(readJSON(path))).toEqual([]);
  });

  it.each([
    ["no kind", {}],
    ["an interval with an open end", { date: { start: "2011", end: ".." } }],
    ["an unknown start", { date: { start: null, end: "2011" } }],
    ["a title in pieces", { title: ["بعد ", { text: "COVID-19", dir: "ltr" }] }],
    ["a kind of the author's own with fields of its own", { kind: "launch", rocket: "Ariane 6" }],
  ])("accepts an event with %s", (_name, event) => {
    expect(faultsOf(withEvent(event))).toEqual([]);
  });

  it.each([
    ["a signing without parties", { kind: "signing" }, "/events/0 must have required property 'parties'"],
    ["a signing with no party", { kind: "signing", parties: [] }, "/events/0/parties must NOT have fewer than 1 items"],
    [
      "a field that its kind does not have",
      { kind: "vote", who: "X" },
      "/events/0 must NOT have additional properties",
    ],
    ["an unknown certainty", { certainty: "sure" }, "/events/0/certainty must be equal to one of the allowed values"],
    ["a date that is true", { date: true }, "/events/0/date must be string,number"],
    ["no title", { title: undefined }, "/events/0 must have required property 'title'"],
  ])("refuses %s", (_name, event, fault) => {
    expect(faultsOf(JSON.parse(JSON.stringify(withEvent(event))))).toContain(fault);
  });

  it("refuses an option that does not exist", () => {
    expect(faultsOf({ events: [], layuot: "list" })).toEqual([" must NOT have additional properties"]);
  });
});
