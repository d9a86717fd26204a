// The one test command. Runs every check, stops at no failure, and ends with "N passed, N failed".
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MINUTE = 60_000;
const LIMIT = 45 * MINUTE;

const folder = await mkdtemp(join(tmpdir(), "mizwala-"));
const report = join(folder, "vitest.json");

const BEFORE = { browsers: "node test/support/install-browsers.mjs", build: "npm run build" };
const TESTS = `npx vitest run --reporter=default --reporter=json --outputFile.json=${report}`;
const CHECKS = Object.fromEntries(
  ["typecheck", "lint", "unused", "docs", "package"].map((script) => [script, `npm run ${script}`]),
);

const tally = { passed: 0, failed: 0 };
const count = (passed, failed) => {
  tally.passed += passed;
  tally.failed += failed;
};

/** Runs one command to its end; its output is shown as it comes, or only after a failure. */
function run(name, command, isShown) {
  const start = performance.now();
  return new Promise((done) => {
    const child = spawn(command, {
      shell: true,
      cwd: ROOT,
      detached: true,
      stdio: ["ignore", isShown ? "inherit" : "pipe", isShown ? "inherit" : "pipe"],
    });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => output.push(data));
    const timer = setTimeout(() => process.kill(-child.pid, "SIGKILL"), LIMIT);
    child.once("close", (code) => {
      clearTimeout(timer);
      const isGood = code === 0;
      if (!isGood) console.log(Buffer.concat(output).toString());
      console.log(
        `${isGood ? "ok    " : "FAILED"} ${name.padEnd(9)} ${((performance.now() - start) / 1000).toFixed(1)} s`,
      );
      done(isGood);
    });
  });
}

/** Several commands, one after the other; each counts as one check. */
async function runAll(commands) {
  for (const [name, command] of Object.entries(commands)) {
    const isGood = await run(name, command, false);
    count(Number(isGood), Number(!isGood));
  }
}

/** Each test counts; one that did not run has not passed. A run that broke off counts as one more failure. */
async function runTests() {
  const isGood = await run("tests", TESTS, true);
  const result = await readFile(report, "utf8").then(JSON.parse, () => ({}));
  const { numPassedTests: passed = 0, numTotalTests: total = 0 } = result;
  count(passed, Math.max(total - passed, Number(!isGood)));
}

await runAll(BEFORE);
// Browsers wait now and then: the checks run meanwhile.
await Promise.all([runTests(), runAll(CHECKS)]);
await rm(folder, { recursive: true, force: true });
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 ? 1 : 0;
