import { createGenerator, type Schema } from "ts-json-schema-generator";
import type { TimelineDocument } from "../../src/model/options.js";

type Definitions = Readonly<Record<string, Schema>>;

/**
 * What the schema describes: the generator reads it from this very file, and wants a type without parameters.
 *
 * @public
 */
export type Timeline = TimelineDocument;

const ROOT = "Timeline";

/** What only code can pass, and the root's own name. */
const UNUSED: ReadonlySet<string> = new Set(["TemporalLike", ROOT]);

/**
 * The JSON schema of a timeline document, made from the types. Two things that types can't say are added: in JSON a date
 * is a text or a number, and a document may define kinds of its own, whose events have fields of their own.
 */
export function generateSchema(): Schema {
  const config = { path: "test/support/schema.ts", tsconfig: "tsconfig.json", type: ROOT, skipTypeCheck: true };
  const { definitions, ...root } = createGenerator(config).createSchema(ROOT);
  const types = definitions as Definitions;
  const schema: Schema = {
    ...root,
    $ref: "#/definitions/TimelineDocument",
    definitions: {
      ...Object.fromEntries(Object.entries(types).filter(([name]) => !UNUSED.has(name))),
      DateValue: { description: types["DateValue"]!.description!, type: ["string", "number"] },
      OwnEvent: ownEvent(types["PlainEvent"]!),
      TimelineEvent: eventByKind(types),
    },
  };
  return JSON.parse(withoutLinks(JSON.stringify(schema))) as Schema;
}

/** Picks the type of an event by its kind, so that an editor names the field that is wrong and not all 17 types. */
function eventByKind(types: Definitions): Schema {
  const { anyOf, ...event } = types["TimelineEvent"]!;
  const refs = (anyOf as readonly Schema[]).map((type) => type.$ref!);
  const kinds = refs.map((ref) => kindOf(types[ref.split("/").at(-1)!]!));
  const plain = { $ref: "#/definitions/PlainEvent" };
  return {
    ...event,
    type: "object",
    properties: { kind: { anyOf: [{ enum: kinds }, { type: "string" }] } },
    if: { required: ["kind"] },
    then: {
      allOf: [
        ...refs.map(($ref, i) => ({ if: { properties: { kind: { const: kinds[i]! } } }, then: { $ref } })),
        { if: { properties: { kind: { not: { enum: kinds } } } }, then: { $ref: "#/definitions/OwnEvent" } },
      ],
    },
    else: plain,
  };
}

function ownEvent(plain: Schema): Schema {
  const properties = { ...plain.properties, kind: { type: "string" } } as const;
  const description = "An event of a kind that the document defines in `kinds`.";
  return { ...plain, description, properties, additionalProperties: true };
}

function kindOf(type: Schema): string {
  const kind = type.properties!["kind"] as Schema;
  return kind.const as string;
}

function withoutLinks(json: string): string {
  return json.replace(/\s*\{@link\s+([^\s}]+)\s*\}\s*/g, " $1 ").replaceAll(" .", ".");
}
