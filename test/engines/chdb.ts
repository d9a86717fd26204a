import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, ownFolder, removeFolder, startServer } from "./server-process.js";

/** The version of ClickHouse's engine as a package of npm: half a gigabyte, so it is no dependency of the project. */
const PACKAGE = "chdb@3.4.0";
const HOME = fileURLToPath(new URL("../../node_modules/.cache/chdb/", import.meta.url));
const SERVER = fileURLToPath(new URL("chdb-server.mjs", import.meta.url));

/** Where the package is, if it is there. */
export function findChdb(): string | undefined {
  return existsSync(join(HOME, "node_modules", "chdb")) ? HOME : undefined;
}

/** Brings the package, as far as it can be had. */
export function installChdb(): void {
  mkdirSync(HOME, { recursive: true });
  const words = ["install", "--prefix", HOME, "--no-save", "--no-package-lock", "--no-audit", "--no-fund", PACKAGE];
  try {
    execFileSync("npm", words, { cwd: HOME, stdio: "ignore", timeout: 300_000 });
  } catch {
    // Its tests are skipped then, and that is said.
  }
}

/** A current ClickHouse in a process of its own. */
export interface Chdb {
  readonly address: string;
  /** Has a statement done; rows for it may follow in another text. */
  command(sql: string, rows?: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts it, with nothing in it. */
export async function startChdb(home: string): Promise<Chdb> {
  const folder = ownFolder("chdb", {});
  const address = `http://127.0.0.1:${await freePort()}`;
  const command = async (sql: string, rows = ""): Promise<string> => {
    const url = new URL(address);
    if (rows !== "") url.searchParams.set("query", sql);
    const answer = await fetch(url, { method: "POST", body: rows === "" ? sql : rows });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text;
  };
  const isReady = async (): Promise<boolean> => (await command("SELECT 1")).trim() === "1";
  const start = [process.execPath, SERVER, home, join(folder, "data"), new URL(address).port] as const;
  const server = await startServer([...start], folder, {}, isReady);
  return {
    address,
    command,
    async stop() {
      await server.stop("SIGKILL");
      removeFolder(folder);
    },
  };
}
