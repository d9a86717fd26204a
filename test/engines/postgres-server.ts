import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { freePort, ownFolder, removeFolder, runnerNamed, startServer } from "./server-process.js";

const VERSIONS = "/usr/lib/postgresql";

/** Where the programs of PostgreSQL are; `undefined` where they are not installed. */
export function findPostgres(): string | undefined {
  const installed = existsSync(VERSIONS) ? readdirSync(VERSIONS).map((version) => join(VERSIONS, version, "bin")) : [];
  return [process.env["POSTGRES_BIN"], ...installed.reverse()].find((path) => path && existsSync(join(path, "initdb")));
}

/** Starts a PostgreSQL that knows nothing yet; its rules for texts are the poorest that it can have. */
export async function startPostgres(bin: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const runner = runnerNamed("postgres");
  const folder = ownFolder("postgres", runner);
  const data = join(folder, "data");
  const words = ["-D", data, "-A", "trust", "-U", "mizwala", "--locale=C", "--encoding=UTF8", "--no-sync"];
  execFileSync(join(bin, "initdb"), words, { ...runner, cwd: folder, stdio: "ignore" });
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "fsync=off"];
  const server = await startServer(
    [join(bin, "postgres"), "-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    folder,
    runner,
    () => Promise.resolve(spawnSync(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)]).status === 0),
  );
  return {
    address: `postgres://mizwala@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop("SIGINT");
      removeFolder(folder);
    },
  };
}
