import { firefox } from "playwright-core";
import type { Driver, Setup } from "./driver.js";
import { environment, type Places } from "./places.js";
import { PlaywrightDriver } from "./playwright-driver.js";
import { sharedBrowser } from "./browser-environment.js";
import { IS_FULL } from "./full.js";

/** Opens a window of the system's Firefox, over WebDriver BiDi; what a reader prefers is set up at its start. */
export async function openFirefox(places: Places, setup: Required<Setup>): Promise<Driver> {
  const { width, height, colorScheme, hasReducedMotion } = setup;
  const browser = await sharedBrowser(`firefox ${colorScheme} ${hasReducedMotion}`, () =>
    firefox.launch({
      channel: "moz-firefox",
      executablePath: places.firefox.path,
      env: environment(places),
      firefoxUserPrefs: {
        // Its sandbox hides fonts that lie outside the system's folders, and then draws boxes.
        "security.sandbox.content.read_path_whitelist": places.folders.map((folder) => `${folder}/`).join(","),
        "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
        // A process of its own for each site costs as much again as the pages do: a full run has them, as readers do.
        "fission.autostart": IS_FULL,
        "ui.prefersReducedMotion": hasReducedMotion ? 1 : 0,
      },
    }),
  );
  const context = await browser.newContext({ viewport: { width, height } });
  return new PlaywrightDriver("firefox", await context.newPage());
}
