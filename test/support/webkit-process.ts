import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Setup } from "./driver.js";
import { environment, type Places } from "./places.js";

/** How long one answer may take, in milliseconds. */
const PATIENCE = 60_000;

/** Sends a WebDriver command and gives its value. */
export async function call<T>(method: string, url: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(PATIENCE),
    ...(body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {}),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${new URL(url).pathname}: ${value.error ?? ""} ${value.message ?? ""}`);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Starts a screen. */
export async function openDisplay(): Promise<{ process: ChildProcess; display: string }> {
  const screen = ["-screen", "0", "2600x2200x24", "-nolisten", "tcp"];
  const xvfb = spawn("Xvfb", ["-displayfd", "3", ...screen], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = (await once(xvfb.stdio[3]!, "data", { signal: AbortSignal.timeout(PATIENCE) })) as [Buffer];
  return { process: xvfb, display: `:${number.toString().trim()}` };
}

/** Settings of the desktop, from which WebKitGTK takes how letters are drawn and whether things may move. */
async function writeDesktopSettings(places: Places, { hasReducedMotion }: Required<Setup>): Promise<string> {
  const home = join(dirname(places.fonts), hasReducedMotion ? "desktop-calm" : "desktop");
  const settings = { "enable-animations": hasReducedMotion ? 0 : 1, "xft-antialias": 1, "xft-hinting": 0 };
  const lines = Object.entries(settings).map(([name, value]) => `gtk-${name}=${value}\n`);
  const file = join(home, "gtk-3.0", "settings.ini");
  await mkdir(dirname(file), { recursive: true });
  // Another process may read it or write it at the same time.
  await writeFile(`${file}.${process.pid}`, `[Settings]\n${lines.join("")}`);
  await rename(`${file}.${process.pid}`, file);
  return home;
}

/** Starts the driver and waits until it answers. */
export async function openDriver(
  places: Places,
  setup: Required<Setup>,
  display: string,
): Promise<[ChildProcess, string]> {
  const port = await freePort();
  // Not WEBKIT_DISABLE_DMABUF_RENDERER: with it the screenshot command never answers.
  const driver = spawn(places.webkit.driver, [`--port=${port}`], {
    stdio: "ignore",
    env: environment(places, {
      DISPLAY: display,
      GDK_BACKEND: "x11",
      LIBGL_ALWAYS_SOFTWARE: "1",
      NO_AT_BRIDGE: "1",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      XDG_CONFIG_HOME: await writeDesktopSettings(places, setup),
      GTK_THEME: setup.colorScheme === "dark" ? "Adwaita:dark" : "Adwaita",
    }),
  });
  const base = `http://127.0.0.1:${port}`;
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      await call("GET", `${base}/status`);
      return [driver, base];
    } catch (error) {
      if (driver.exitCode === null && Date.now() < end) {
        await sleep(50);
        continue;
      }
      driver.kill();
      throw error;
    }
  }
}
