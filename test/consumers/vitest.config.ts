import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    environment: fileURLToPath(new URL("../support/browser-environment.ts", import.meta.url)),
    include: ["test/consumers/**/*.test.ts"],
    globalSetup: "test/support/install-browsers.mjs",
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    expect: { poll: { timeout: 30_000 } },
  },
});
export default config;
