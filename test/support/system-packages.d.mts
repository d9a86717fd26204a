/** Asks the system's package manager for what is missing, where that is allowed without a question. */
export function installPackages(names: readonly string[]): void;
