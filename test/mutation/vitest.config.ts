import { defineConfig, type ViteUserConfig } from "vitest/config";
import type { Reporter, Vitest } from "vitest/node";

/** Stryker looks at tests alone: a file that a mutant keeps from loading has none, and would pass. */
class Unloaded implements Reporter {
  private vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  onTestModuleEnd(file: { errors(): readonly unknown[] }): void {
    for (const error of file.errors()) this.vitest?.state.catchError(error, "Import");
  }
}

/** A mutant that all tests are to look at: where it is, and what stands there. */
const mutant = JSON.parse(process.env["MUTANT"] ?? "null") as {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly replacement: string;
} | null;

/**
 * The unit tests that can tell a mutant: not those that read the source itself, nor those that ask how long something takes,
 * nor those that start programs.
 */
const config: ViteUserConfig = defineConfig({
  plugins: [
    {
      name: "mutant",
      enforce: "pre",
      transform: (code, id) =>
        mutant && id.endsWith(`/${mutant.file}`)
          ? code.slice(0, mutant.from) + mutant.replacement + code.slice(mutant.to)
          : undefined,
    },
  ],
  test: {
    reporters: [new Unloaded()],
    environment: "node",
    include: (process.env["MUTATION_TESTS"] ?? "test/unit/**/*.test.ts").split(" "),
    exclude: [
      "test/unit/{cli,docs,embed,examples,release,source}/**",
      "test/unit/{regex,release,time-zones}.test.ts",
      "test/unit/**/{codes,growth,flags-growth}.test.ts",
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
  },
});
export default config;
