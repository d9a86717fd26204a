import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import battutaFile from "../../examples/lanes-ibn-battuta.json" with { type: "json" };
import moonFile from "../../examples/silence-moon.json" with { type: "json" };
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { serveStage, stage, wholePage } from "../support/stage.js";

const moon: TimelineOptions = { ...(moonFile as unknown as TimelineOptions), now: "2026-01-01" };

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  site = await serveStage();
  browser = await engines.chromium({ hasReducedMotion: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const open = async (options: TimelineOptions, width = 1280): Promise<void> => {
  await browser.resize(width, 900);
  await stage(browser, `${site.url}/stage`, options);
};

describe("Pictures of breaks", () => {
  const scenes = [
    { language: "ar", width: 1280, colorScheme: "light", layout: "flags" },
    { language: "en", width: 1280, colorScheme: "dark", layout: "flags" },
    { language: "en", width: 800, colorScheme: "light", layout: "flags" },
    { language: "ar", width: 390, colorScheme: "dark", layout: "flags" },
  ] as const;
  it.each(scenes)(
    "look right in $language at $width px, $colorScheme",
    async ({ width, colorScheme, language, layout }) => {
      await browser.emulate({ colorScheme });
      await open({ ...moon, locale: language, layout }, width);
      await expectPicture(browser, `breaks-${language}-${width}-${colorScheme}`, await wholePage(browser, width));
      await browser.emulate({ colorScheme: "light" });
    },
  );

  it("look right in lanes, where a bar goes on through a break", async () => {
    const battuta = battutaFile as unknown as TimelineOptions;
    const breaks = ["1310/1322", "1336/1339"];
    await open({ ...battuta, breaks }, 1280);
    await expectPicture(browser, "breaks-lanes-1280", await wholePage(browser, 1280));
  });
});
