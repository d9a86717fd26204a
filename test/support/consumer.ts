import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A project of somebody else: an empty folder with the packed package in it. */
export interface Consumer {
  readonly folder: string;
  /** Runs a command of Node in it, and returns what it prints. */
  node: (...words: readonly string[]) => string;
  remove: () => void;
}

/** Packs what is in `dist`, and returns the path of the tarball. */
function pack(into: string): string {
  const output = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", into], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [{ filename }] = JSON.parse(output) as [{ filename: string }];
  return join(into, filename);
}

/**
 * Makes such a project.
 *
 * @param files - Its files, by path.
 * @param packages - What it installs from the registry beside the package; without it, nothing is fetched: the package is
 * unpacked, and d3 and the frameworks are those of this project.
 */
export function createConsumer(files: Readonly<Record<string, string>>, packages?: readonly string[]): Consumer {
  const folder = mkdtempSync(join(tmpdir(), "mizwala-consumer-"));
  const all = { "package.json": JSON.stringify({ private: true, type: "module" }), ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const tarball = pack(folder);
  // Without it, bundlers would make what is meant for tests.
  const env = { ...process.env, NODE_ENV: "production", ASTRO_TELEMETRY_DISABLED: "1" };
  const options: ExecFileSyncOptionsWithStringEncoding = {
    cwd: folder,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  };
  if (packages) {
    execFileSync("npm", ["install", "--no-audit", "--no-fund", tarball, ...packages], options);
  } else {
    mkdirSync(join(folder, "node_modules"));
    execFileSync("tar", ["-xzf", tarball, "-C", join(folder, "node_modules"), "--transform", "s,^package,mizwala,"]);
    for (const name of ["d3", "vue", "react", "@types/react"]) {
      mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
      symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
    }
  }
  return {
    folder,
    node: (...words) => execFileSync(process.execPath, words, options),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
