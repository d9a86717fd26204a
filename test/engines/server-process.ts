import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Somebody who may run a server: it refuses to work for root. */
export interface Runner {
  readonly uid?: number;
  readonly gid?: number;
}

/** A server of a test, in a folder of its own. */
export interface ServerProcess {
  readonly folder: string;
  /** Ends it, at once where told so, and waits until it has ended. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** The user of this name where the tests run as root; else who runs them. */
export function runnerNamed(name: string): Runner {
  if (process.getuid?.() !== 0) return {};
  const ask = (option: string): number => Number(execFileSync("id", [option, name], { encoding: "utf8" }));
  return { uid: ask("-u"), gid: ask("-g") };
}

/** A folder that nobody else has, for that user. */
export function ownFolder(name: string, { uid, gid }: Runner): string {
  const folder = mkdtempSync(join(tmpdir(), `mizwala-${name}-`));
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

/** A port of this machine that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server and waits until it answers. */
export async function startServer(
  command: readonly [path: string, ...words: string[]],
  folder: string,
  runner: Runner,
  isReady: () => Promise<boolean>,
): Promise<ServerProcess> {
  const [path, ...words] = command;
  let said = "";
  const child: ChildProcess = spawn(path, words, { cwd: folder, ...runner, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout!, child.stderr!])
    stream.on("data", (piece: Buffer) => (said = `${said}${piece.toString()}`.slice(-4_000)));
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => {
      resolve();
    }),
  );
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  for (let turn = 0; turn < 300 && !(await isReady().catch(() => false)); turn++) {
    if (hasEnded()) throw new Error(`${path} has ended:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    folder,
    stop: async (signal = "SIGTERM") => {
      if (!hasEnded()) child.kill(signal);
      await ended;
    },
  };
}

/** Removes the folder of a server that has ended. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
