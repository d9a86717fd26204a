import { defineConfig, type ViteUserConfig } from "vitest/config";

const minutes = (count: number): number => count * 60_000;

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["test/unit/**/*.test.ts", "test/architecture.test.ts"],
          testTimeout: minutes(1),
        },
      },
      { test: { name: "dom", environment: "jsdom", include: ["test/dom/**/*.test.ts"] } },
      {
        test: {
          name: "package",
          environment: "node",
          include: ["test/package/**/*.test.ts"],
          testTimeout: minutes(1),
          hookTimeout: minutes(1),
        },
      },
      {
        test: {
          name: "browser",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          sequence: { groupOrder: 1 },
          globalSetup: "test/support/install-browsers.mjs",
          testTimeout: minutes(0.5),
          hookTimeout: minutes(1),
          fileParallelism: false,
        },
      },
    ],
  },
});
export default config;
