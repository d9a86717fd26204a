import { fieldOf } from "../model/parts.js";
import type { Notes } from "./notes.js";

type Fields = Readonly<Record<string, unknown>>;

/** Makes a document of the next version of one. */
export type Step = (document: Fields) => Fields;

/** From version 1 to 2, from 2 to 3 and so on. There is one version so far. */
const STEPS: readonly Step[] = [];

/**
 * A document in the form of today: an older one goes through all steps since; a newer one, or one whose version is none, is an
 * issue and is read as far as it is understood. A document that says no version is one of version 1.
 */
export function upToDate(document: Fields, notes: Notes, steps: readonly Step[] = STEPS): Fields {
  const newest = steps.length + 1;
  const given = fieldOf(document, "version");
  const version = given === undefined ? 1 : given;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1 || version > newest) {
    notes.whole.issue(
      "version-unknown",
      "version",
      version,
      `a version from 1 to ${newest}; it is read as version ${newest}`,
      "error",
    );
    return { ...document, version: newest };
  }
  if (version === newest) return document;
  return { ...steps.slice(version - 1).reduce((now, step) => step(now), document), version: newest };
}
