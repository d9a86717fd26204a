import { defineConfig, type ViteUserConfig } from "vitest/config";
import { CPU_SLOWDOWN, runs } from "./test/support/full.js";

const minutes = (count: number): number => count * 60_000;

/** A machine may be busy: no test fails because it waited for its turn. */
const patience = { testTimeout: minutes(runs(2, 60) * CPU_SLOWDOWN), hookTimeout: minutes(2 * CPU_SLOWDOWN) };

const config: ViteUserConfig = defineConfig({
  test: {
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["test/unit/**/*.test.ts", "test/architecture.test.ts"],
          ...patience,
          // Files share their process, and so what they import.
          isolate: false,
          restoreMocks: true,
          unstubGlobals: true,
          unstubEnvs: true,
        },
      },
      {
        test: {
          name: "dom",
          environment: "jsdom",
          include: ["test/dom/**/*.test.ts"],
          ...patience,
          // Files share their process, and so what they import; each has a page of its own.
          isolate: false,
        },
      },
      {
        test: {
          name: "package",
          environment: "node",
          include: ["test/package/**/*.test.ts"],
          ...patience,
        },
      },
      {
        test: {
          name: "browser",
          environment: "./test/support/browser-environment.ts",
          include: ["test/e2e/**/*.test.ts"],
          sequence: { groupOrder: 1 },
          globalSetup: "test/support/install-browsers.mjs",
          setupFiles: "test/support/quiet-pages.ts",
          ...patience,
          expect: { poll: { timeout: minutes(0.5 * CPU_SLOWDOWN) } },
          // Files share their process, and so its browsers.
          isolate: false,
        },
      },
    ],
  },
});
export default config;
