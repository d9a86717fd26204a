import { MizwalaError } from "./errors.js";

/**
 * Loads a package that is installed only where it is wanted.
 *
 * @throws MizwalaError where it is not installed; the message says what to type.
 */
export async function importPeer<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(name, error)) throw error;
    throw new MizwalaError({
      code: "package-missing",
      path: name,
      found: "no such package",
      expected: `npm install ${name}`,
    });
  }
}

/** Node has a code for it; browsers and bundlers each have words of their own, in which they name it. */
function isMissing(name: string, error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND" || String(message).includes(name);
}
