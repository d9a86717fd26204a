// Makes a release ready: npm run release -- minor. Nothing leaves this machine; the last lines say what is left to do.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { nextVersion, releaseChangelog } from "./changelog.mjs";
import { audit, licenceList, sbom } from "./supply.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const OUT = "release/";

const run = (command, ...words) => execFileSync(command, words, { cwd: ROOT, encoding: "utf8", stdio: "pipe" });
const show = (command, ...words) => execFileSync(command, words, { cwd: ROOT, stdio: "inherit" });
const read = (name) => readFileSync(ROOT + name, "utf8");
const write = (name, text) => writeFileSync(ROOT + name, text);

async function release(asked) {
  if (run("git", "status", "--porcelain") !== "") throw new Error("There are changes that are not committed");
  const version = nextVersion(JSON.parse(read("package.json")).version, asked);
  const { changelog, notes } = releaseChangelog(read("CHANGELOG.md"), version, new Date().toISOString().slice(0, 10));

  const { found, reason } = await audit();
  if (found.length > 0) throw new Error(`Faults are known of what is installed with the package: ${found.join(", ")}`);

  run("npm", "version", version, "--no-git-tag-version", "--allow-same-version");
  write("CHANGELOG.md", changelog);
  show("npm", "test");

  rmSync(ROOT + OUT, { recursive: true, force: true });
  mkdirSync(ROOT + OUT);
  write(`${OUT}notes.md`, `${notes}\n`);
  write(`${OUT}sbom.cdx.json`, `${JSON.stringify(sbom(), null, 2)}\n`);
  write(`${OUT}licences.txt`, licenceList());
  show("npm", "pack", "--pack-destination", OUT);
  show("npm", "publish", "--dry-run");

  if (reason) console.log(`\nWhether faults are known of what is installed could not be asked: ${reason}`);
  console.log(`
Version ${version} is ready: package, notes, and the lists of what it is made of and of licences are in ${OUT}. To publish it:
  git commit --all --message "Version ${version}" && git tag v${version} && git push --follow-tags`);
}

const [asked, ...rest] = process.argv.slice(2);
try {
  if (asked === undefined || rest.length > 0)
    throw new Error("Say which: npm run release -- major, minor, patch or 1.2.3");
  await release(asked);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
