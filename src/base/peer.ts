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
    const { code } = error as { readonly code?: unknown };
    if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") throw error;
    throw new MizwalaError({
      code: "package-missing",
      path: name,
      found: "no such package",
      expected: `npm install ${name}`,
    });
  }
}
