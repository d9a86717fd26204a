import { describe, expect, it } from "vitest";
import { httpSource } from "../../../src/source/http-source.js";

const DESCRIPTION = {
  extent: [0, 10],
  count: 3,
  revision: "1",
  lanes: [{ id: "a", count: 3 }],
  fields: [
    { name: "kind", type: "text", values: [{ value: "summit", count: 2 }] },
    { name: "weight", type: "number" },
  ],
};
const kind = (values: unknown): object => ({ fields: [{ name: "kind", type: "text", values }] });

const described = (answer: unknown): Promise<unknown> => {
  const fetch = (): Promise<Response> => Promise.resolve(Response.json(answer));
  return httpSource("https://example.org", { fetch }).describe();
};

describe("The description that a server sends", () => {
  it("is taken over as it is, but for what a description does not have", async () => {
    expect(await described(DESCRIPTION)).toEqual(DESCRIPTION);
    const more = { ...DESCRIPTION, more: 1, fields: DESCRIPTION.fields.map((field) => ({ ...field, more: 1 })) };
    expect(await described(more)).toEqual(DESCRIPTION);
  });

  it.each([
    null,
    [],
    "x",
    { ...DESCRIPTION, extent: [0] },
    { ...DESCRIPTION, extent: [0, "1"] },
    { ...DESCRIPTION, count: -1 },
    { ...DESCRIPTION, revision: "../x" },
    { ...DESCRIPTION, lanes: {} },
    { ...DESCRIPTION, lanes: [null] },
    { ...DESCRIPTION, lanes: [{ id: 1, count: 1 }] },
    { ...DESCRIPTION, fields: [null] },
    { ...DESCRIPTION, fields: [{ name: {}, type: "text" }] },
    { ...DESCRIPTION, fields: [{ name: "kind", type: "html" }] },
    { ...DESCRIPTION, ...kind({ length: 1 }) },
    { ...DESCRIPTION, ...kind(["summit"]) },
    { ...DESCRIPTION, ...kind([{ value: 1, count: 1 }]) },
    { ...DESCRIPTION, ...kind([{ value: "summit" }]) },
    { ...DESCRIPTION, ...kind([{ value: "summit", count: 0.5 }]) },
    { ...DESCRIPTION, ...kind([{ value: "x".repeat(101), count: 1 }]) },
    { ...DESCRIPTION, ...kind(Array.from({ length: 65 }, (_, i) => ({ value: `${i}`, count: 1 }))) },
  ])("is refused where it is none: %j", async (answer) => {
    await expect(described(answer)).rejects.toThrow(expect.objectContaining({ code: "source-answer" }));
  });
});
