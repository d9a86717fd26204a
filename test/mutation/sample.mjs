// A checker of Stryker that lets a share of the mutants through, the same with the same seed.
import { createHash } from "node:crypto";

const [share, seed] = [Number(process.env.MUTATION_SHARE), process.env.MUTATION_SEED];

/** A number from 0 to 1 that hangs on the mutant and the seed alone. */
const placeOf = ({ fileName, location: { start, end }, mutatorName, replacement }) => {
  const name = fileName.replace(/^.*\/src\//, "src/");
  const what = [seed, name, start.line, start.column, end.line, end.column, mutatorName, replacement].join(" ");
  return createHash("sha256").update(what).digest().readUInt32BE() / 2 ** 32;
};

const checker = {
  init: () => Promise.resolve(),
  check: (mutants) =>
    Promise.resolve(
      Object.fromEntries(
        mutants.map((mutant) => [
          mutant.id,
          placeOf(mutant) < share ? { status: "passed" } : { status: "compileError", reason: "not in the sample" },
        ]),
      ),
    ),
};

export const strykerPlugins = [{ kind: "Checker", name: "sample", factory: () => checker }];
