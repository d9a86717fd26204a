import { defineConfig, type ViteUserConfig } from "vitest/config";

/**
 * The unit tests that can tell a mutant: not those that read the source itself, nor those that ask how long something takes,
 * nor those that start programs.
 */
const config: ViteUserConfig = defineConfig({
  test: {
    environment: "node",
    include: (process.env["MUTATION_TESTS"] ?? "test/unit/**/*.test.ts").split(" "),
    exclude: [
      "test/unit/{cli,docs,embed,examples,release,source}/**",
      "test/unit/{regex,release,time-zones}.test.ts",
      "test/unit/**/{growth,flags-growth}.test.ts",
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
  },
});
export default config;
