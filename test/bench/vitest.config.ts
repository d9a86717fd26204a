import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    name: "bench",
    environment: "node",
    include: ["test/bench/**/*.bench.ts"],
    globalSetup: "test/support/install-browsers.mjs",
    testTimeout: 300_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
export default config;
