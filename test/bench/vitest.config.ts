import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config: ViteUserConfig = defineConfig({
  root: at("../.."),
  test: {
    name: "bench",
    environment: at("../support/browser-environment.ts"),
    include: ["test/bench/**/*.bench.ts"],
    globalSetup: "test/support/install-browsers.mjs",
    testTimeout: 300_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
export default config;
