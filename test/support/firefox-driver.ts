import { firefox } from "playwright-core";
import type { Driver, Setup } from "./driver.js";
import { environment, type Places } from "./places.js";
import { PlaywrightDriver } from "./playwright-driver.js";

/** Starts the system's Firefox, over WebDriver BiDi. */
export async function openFirefox(places: Places, setup: Required<Setup>): Promise<Driver> {
  const browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath: places.firefox.path,
    env: environment(places),
    firefoxUserPrefs: {
      // Its sandbox hides fonts that lie outside the system's folders, and then draws boxes.
      "security.sandbox.content.read_path_whitelist": places.folders.map((folder) => `${folder}/`).join(","),
      "layout.css.prefers-color-scheme.content-override": setup.colorScheme === "dark" ? 0 : 1,
      "ui.prefersReducedMotion": setup.hasReducedMotion ? 1 : 0,
    },
  });
  const context = await browser.newContext({ viewport: { width: setup.width, height: setup.height } });
  return new PlaywrightDriver("firefox", browser, await context.newPage());
}
