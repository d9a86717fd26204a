// The long run: many cases where the test command has some, other zones, and every browser test again and again.
// `npm run test:full`, or `npm run test:full -- zones leaks` for parts of it. Writes its figures to docs/full-run.md.
import { execSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const RECORD = join(ROOT, "docs/full-run.md");
const ZONES = ["UTC", "America/St_Johns", "Pacific/Apia", "Asia/Tehran"];
/** How often the tests of browsers are run to see whether one fails by chance. */
const TURNS = 10;
/** How many times slower Chromium computes, to see whether a test needs a fast machine. */
const SLOWDOWN = 6;

const folder = mkdtempSync(join(tmpdir(), "mizwala-full-"));
const [figures, report] = [join(folder, "figures"), join(folder, "vitest.json")];
const isFull = { FULL_FIGURES: figures };

const vitest = (words, env = {}) => ({
  command: `npx vitest run --reporter=default --reporter=json --outputFile.json=${report} ${words}`,
  env,
});

/** The parts of the run: what each counts, and how. */
const PARTS = {
  unit: [["Unit tests, many cases", vitest("--project unit", isFull)]],
  sequences: [["Sequences of calls and gestures", vitest("--project dom", isFull)]],
  package: [["What is published, built again", vitest("--project package test/package/supply.test.ts", isFull)]],
  browser: [
    ["Tests of browsers, every text and shape", vitest("--project browser --exclude '**/leaks.test.ts'", isFull)],
  ],
  leaks: [["Timelines that come and go", vitest("--project browser test/e2e/leaks.test.ts", isFull)]],
  slow: [
    [
      `Tests of Chromium, the machine ${SLOWDOWN} times slower`,
      vitest("--project browser --exclude '**/{leaks,drivers}.test.ts'", { CPU_SLOWDOWN: String(SLOWDOWN) }),
    ],
  ],
  zones: ZONES.map((zone) => [`Unit tests, the machine in ${zone}`, vitest("--project unit", { TZ: zone })]),
  mutation: [
    [
      "Layers of which at least 85 % of the mutants are found",
      { command: "node test/mutation/run.mjs", env: { ...isFull, MUTATION_REPORT: report, MUTATION_WORKERS: "2" } },
    ],
  ],
  flake: [[`Tests of browsers, ${TURNS} times`, vitest("--project browser"), TURNS]],
};
/** Those that open what is built. */
const OF_BUILD = ["package", "browser", "leaks", "slow", "flake"];

const rows = new Map(
  [...readFileSync(RECORD, "utf8").matchAll(/^\| (?!---|What )([^|]+?) +\|.*\|$/gm)].map(([row, what]) => [what, row]),
);
const today = new Date().toISOString().slice(0, 10);
const write = (what, result) => {
  console.log(`${what}: ${result}`);
  rows.set(what, `| ${what} | ${result} | ${today} |`);
  const table = ["| What | Result | On |", "| --- | --- | --- |", ...rows.values()].join("\n");
  writeFileSync(RECORD, readFileSync(RECORD, "utf8").replace(/^\| What [^]*?\|\n(?!\|)/m, `${table}\n`));
  spawnSync("npx", ["prettier", "--write", RECORD], { cwd: ROOT, stdio: "ignore" });
};

const read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

let failures = 0;
function run(what, { command, env }, turns = 1) {
  const [sum, start] = [{ passed: 0, failed: 0 }, Date.now()];
  for (let turn = 0; turn < turns; turn++) {
    for (const path of [figures, report]) rmSync(path, { force: true });
    const { status } = spawnSync(command, {
      shell: true,
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    const { numPassedTests = 0, numTotalTests = 0 } = JSON.parse(read(report) || "{}");
    sum.passed += numPassedTests;
    sum.failed += Math.max(numTotalTests - numPassedTests, Number(status !== 0));
  }
  failures += sum.failed;
  write(what, `${sum.passed} passed, ${sum.failed} failed, ${Math.ceil((Date.now() - start) / 60_000)} minutes`);
  for (const line of read(figures).trim().split("\n").filter(Boolean)) write(...JSON.parse(line));
}

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !(part in PARTS));
if (unknown.length > 0) throw new Error(`no part ${unknown.join()}: ${Object.keys(PARTS).join()}`);
const parts = asked.length > 0 ? asked : Object.keys(PARTS);
if (parts.some((part) => OF_BUILD.includes(part))) execSync("npm run build", { cwd: ROOT, stdio: "inherit" });
for (const part of parts) for (const job of PARTS[part]) run(...job);
rmSync(folder, { recursive: true, force: true });
process.exitCode = failures > 0 ? 1 : 0;
