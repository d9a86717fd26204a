import { MizwalaError } from "../base/errors.js";

/** What a revision may look like: it stands in addresses. */
export const REVISION: RegExp = /^[\w.-]{1,64}$/;

/**
 * Refuses a question about another revision than that of today.
 *
 * @throws MizwalaError with the code `revision-gone`.
 */
export function checkRevision(asked: string | undefined, revision: string): void {
  if (asked === undefined || asked === revision) return;
  throw new MizwalaError({ code: "revision-gone", path: "query.revision", found: asked, expected: revision });
}
