// Mutation tests: makes small faults in the source, one at a time, and sees whether the unit tests of its layer find them.
// `node test/mutation/run.mjs`, or `node test/mutation/run.mjs text url` for some layers. MUTATION_SHARE (default 0.02) says
// which share of the mutants is tried, MUTATION_SEED (default 1) which of them, MUTATION_WORKERS (default 1) how many at once.
import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";
import { LAYERS } from "./layers.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PLUGINS = [import.meta.resolve("@stryker-mutator/vitest-runner"), import.meta.resolve("./sample.mjs")].map(
  (url) => fileURLToPath(url),
);
const LEAST = 85;
const {
  MUTATION_SHARE = "0.02",
  MUTATION_SEED = "1",
  MUTATION_WORKERS = "1",
  FULL_FIGURES,
  MUTATION_REPORT,
} = process.env;
/** Workers learn by their environment which mutants are tried, and by which tests. */
Object.assign(process.env, { MUTATION_SHARE, MUTATION_SEED });
// The figures are those of the mutants: no test is to try more cases than on a commit.
delete process.env.FULL_FIGURES;
process.chdir(ROOT);

/** Survivors that are looked at: what they change, and why no test finds them. */
const known = JSON.parse(readFileSync(new URL("survivors.json", import.meta.url), "utf8"));

/** A mutant as the list of survivors names it: by its line, for numbers of lines change. */
function named({ fileName, location: { start, end }, replacement }) {
  const file = relative(ROOT, fileName);
  const lines = readFileSync(fileName, "utf8").split("\n");
  const first = lines[start.line - 1];
  const text = first.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
  return { file, line: first.trim(), text, replacement };
}

const isSame = (a, b) => ["file", "line", "text", "replacement"].every((key) => a[key] === b[key]);

/** Tries the mutants of a layer, each by the tests that come to it. */
function tryMutants(layer) {
  const { source, tests } = LAYERS[layer];
  process.env.MUTATION_TESTS = tests.join(" ");
  return new Stryker({
    mutate: source,
    testRunner: "vitest",
    plugins: PLUGINS,
    checkers: ["sample"],
    vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
    coverageAnalysis: "perTest",
    ignorePatterns: ["/dist", "/site", "/coverage", "/test/screenshots", "/test/e2e"],
    tempDirName: ".stryker-tmp",
    reporters: ["progress-append-only"],
    logLevel: "warn",
    warnings: { slow: false },
    concurrency: Number(MUTATION_WORKERS),
    dryRunTimeoutMinutes: 30,
    timeoutMS: 20_000,
  }).runMutationTest();
}

/** Where a file does not load, that is an error of the run: it is seen as well as a test that fails. */
const isTried = ({ status }) => ["Killed", "Timeout", "RuntimeError", "Survived", "NoCoverage"].includes(status);
const isAlive = ({ status }) => ["Survived", "NoCoverage"].includes(status);

/**
 * Whether all tests of the layer find a mutant that the tests which come to it have not: what is made once and kept seems to
 * be come to by the first test alone.
 */
function isFoundByAll({ fileName, location: { start, end }, replacement }) {
  const lines = readFileSync(fileName, "utf8").split("\n");
  const offsetOf = ({ line, column }) => lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + column - 1;
  const mutant = { file: relative(ROOT, fileName), from: offsetOf(start), to: offsetOf(end), replacement };
  const words = [
    "vitest",
    "run",
    "--config",
    "test/mutation/vitest.config.ts",
    "--bail=1",
    `--maxWorkers=${MUTATION_WORKERS}`,
  ];
  const env = { ...process.env, MUTANT: JSON.stringify(mutant) };
  return spawnSync("npx", words, { cwd: ROOT, env, stdio: "ignore", timeout: 600_000 }).status !== 0;
}

async function mutate(layer) {
  const mutants = await tryMutants(layer);
  const tried = mutants.filter(isTried);
  const alive = tried.filter(isAlive);
  console.log(`${layer}: ${alive.length} of ${tried.length} are to be looked at by all tests`);
  const survivors = alive
    .filter((mutant) => !isFoundByAll(mutant))
    .map((mutant) => ({ ...named(mutant), at: mutant.location.start.line }));
  const unknown = survivors.filter((survivor) => !known.some((other) => isSame(survivor, other)));
  return { made: mutants.length, tried: tried.length, survivors, unknown };
}

const asked = process.argv.slice(2);
const wrong = asked.filter((layer) => !(layer in LAYERS));
if (wrong.length > 0) throw new Error(`no layer ${wrong.join()}: ${Object.keys(LAYERS).join()}`);
const results = [];
for (const layer of asked.length > 0 ? asked : Object.keys(LAYERS)) {
  const { made, tried, survivors, unknown } = await mutate(layer);
  const score = (100 * (tried - survivors.length)) / tried;
  const isGood = score >= LEAST && unknown.length === 0;
  results.push(isGood);
  for (const { at, ...survivor } of unknown) console.log(`${survivor.file}:${at} ${JSON.stringify(survivor)}`);
  const share = tried === made ? `all ${made}` : `${tried} of ${made}`;
  const figure = `${score.toFixed(1)} % of ${share} mutants are found; ${survivors.length} survive, ${survivors.length - unknown.length} with a reason`;
  console.log(`${layer}: ${figure}`);
  if (FULL_FIGURES) appendFileSync(FULL_FIGURES, `${JSON.stringify([`Mutants of ${layer}`, figure])}\n`);
}
const numPassedTests = results.filter(Boolean).length;
if (MUTATION_REPORT) writeFileSync(MUTATION_REPORT, JSON.stringify({ numPassedTests, numTotalTests: results.length }));
process.exitCode = numPassedTests < results.length ? 1 : 0;
