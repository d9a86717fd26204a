import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { PNG } from "pngjs";
import { middleOf, SETTLED, splitKey } from "./driver.js";
import type { Clip, Driver, Point, Setup } from "./driver.js";
import type { Places } from "./places.js";
import { PROBLEMS } from "./server.js";
import { call, openDisplay, openDriver } from "./webkit-process.js";

const KEYS: Readonly<Record<string, string>> = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  Space: " ",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Insert: "\uE016",
  Delete: "\uE017",
  F2: "\uE032",
  Meta: "\uE03D",
};

/** How often a start is tried: another program may take the port before the driver does. */
const STARTS = 3;

const keyDown = (key: string): object => ({ type: "keyDown", value: KEYS[key] ?? key });
const keyUp = (key: string): object => ({ type: "keyUp", value: KEYS[key] ?? key });
const moveTo = ([x, y]: Point, duration = 0): object => ({
  type: "pointerMove",
  x: Math.round(x),
  y: Math.round(y),
  duration,
});
const buttonDown = { type: "pointerDown", button: 0 };
const buttonUp = { type: "pointerUp", button: 0 };

/** WebKitGTK, by plain W3C WebDriver requests. */
class WebKit implements Driver {
  readonly engine = "webkit";
  readonly version: string;
  private readonly session: string;
  private readonly children: readonly ChildProcess[];
  // WebKitWebDriver turns a wheel by the difference to that wheel's last turn; so each turn gets a new wheel.
  private wheels = 0;

  constructor(session: string, version: string, children: readonly ChildProcess[]) {
    this.session = session;
    this.version = version;
    this.children = children;
  }

  async goto(url: string): Promise<void> {
    await this.post("url", { url });
  }

  async run<T>(expression: string): Promise<T> {
    const script = `const done = arguments[arguments.length - 1];
      (async () => (${expression}))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.post<{ value: T; error?: string }>("execute/async", { script, args: [] });
    if (error !== undefined) throw new Error(error);
    return value;
  }

  async click(selector: string): Promise<void> {
    await this.clickAt(await this.run<Point>(middleOf(selector)));
  }

  async press(...keys: string[]): Promise<void> {
    for (const chord of keys) {
      const { held, key } = splitKey(chord);
      await this.keys(...held.map(keyDown), keyDown(key), keyUp(key), ...held.map(keyUp).reverse());
    }
  }

  async type(text: string): Promise<void> {
    await this.keys(...Array.from(text).flatMap((letter) => [keyDown(letter), keyUp(letter)]));
  }

  move(to: Point): Promise<void> {
    return this.mouse(moveTo(to));
  }

  clickAt(at: Point): Promise<void> {
    return this.mouse(moveTo(at), buttonDown, buttonUp);
  }

  async wheel([x, y]: Point, { dx = 0, dy = 0, isCtrlHeld = false }: Parameters<Driver["wheel"]>[1]): Promise<void> {
    await this.move([x, y]);
    if (isCtrlHeld) {
      // WebKitWebDriver forgets held keys while the wheel turns.
      const init = { bubbles: true, cancelable: true, ctrlKey: true, clientX: x, clientY: y, deltaX: dx, deltaY: dy };
      await this.run(
        `document.elementFromPoint(${x}, ${y}).dispatchEvent(new WheelEvent("wheel", ${JSON.stringify(init)}))`,
      );
      return;
    }
    const scroll = { type: "scroll", x: Math.round(x), y: Math.round(y), deltaX: dx, deltaY: dy };
    await this.post("actions", { actions: [{ type: "wheel", id: `wheel ${this.wheels++}`, actions: [scroll] }] });
  }

  async drag(from: Point, to: Point, { isShiftHeld = false }: { readonly isShiftHeld?: boolean } = {}): Promise<void> {
    const steps = [0.25, 0.5, 0.75, 1].map((part): Point => [
      from[0] + (to[0] - from[0]) * part,
      from[1] + (to[1] - from[1]) * part,
    ]);
    const actions = [moveTo(from), buttonDown, ...steps.map((step) => moveTo(step, 15)), buttonUp];
    if (!isShiftHeld) return this.mouse(...actions);
    // Both devices act in the same ticks.
    const pause = { type: "pause", duration: 0 };
    const keys = [keyDown("Shift"), ...actions.map(() => pause), keyUp("Shift")];
    const pointer = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" } };
    await this.post("actions", {
      actions: [
        { type: "key", id: "keys", actions: keys },
        { ...pointer, actions: [pause, ...actions, pause] },
      ],
    });
  }

  async resize(width: number, height: number): Promise<void> {
    for (let tries = 0; tries < 500; tries++) {
      const [outerWidth, outerHeight, innerWidth, innerHeight] = await this.run<[number, number, number, number]>(
        "[outerWidth, outerHeight, innerWidth, innerHeight]",
      );
      if (innerWidth === width && innerHeight === height) return;
      const rect = { width: outerWidth - innerWidth + width, height: outerHeight - innerHeight + height };
      await this.post("window/rect", { x: 0, y: 0, ...rect });
      await sleep(20);
    }
    throw new Error(`WebKit did not take the size ${width} by ${height}`);
  }

  async settle(): Promise<void> {
    await this.run(SETTLED);
  }

  async screenshot(clip?: Clip): Promise<Buffer> {
    const whole = Buffer.from(await call<string>("GET", `${this.session}/screenshot`), "base64");
    if (!clip) return whole;
    const [x, y, width, height] = [clip.x, clip.y, clip.width, clip.height].map(Math.round) as [
      number,
      number,
      number,
      number,
    ];
    const part = new PNG({ width, height });
    PNG.bitblt(PNG.sync.read(whole), part, x, y, width, height, 0, 0);
    return PNG.sync.write(part);
  }

  problems(): Promise<string[]> {
    return this.run<string[]>(PROBLEMS);
  }

  async close(): Promise<void> {
    await call("DELETE", this.session).catch(() => undefined);
    for (const child of this.children) child.kill();
  }

  private post<T>(command: string, body: object): Promise<T> {
    return call<T>("POST", `${this.session}/${command}`, body);
  }

  private async keys(...actions: object[]): Promise<void> {
    await this.post("actions", { actions: [{ type: "key", id: "keys", actions }] });
  }

  private async mouse(...actions: object[]): Promise<void> {
    const parameters = { pointerType: "mouse" };
    await this.post("actions", { actions: [{ type: "pointer", id: "mouse", parameters, actions }] });
  }
}

async function start(places: Places, setup: Required<Setup>): Promise<Driver> {
  const { process: xvfb, display } = await openDisplay();
  const children = [xvfb];
  try {
    const [driver, base] = await openDriver(places, setup, display);
    children.unshift(driver);
    const options = { binary: places.webkit.path, args: ["--automation"] };
    const alwaysMatch = { browserName: "MiniBrowser", "webkitgtk:browserOptions": options };
    const { sessionId, capabilities } = await call<{ sessionId: string; capabilities: { browserVersion: string } }>(
      "POST",
      `${base}/session`,
      { capabilities: { alwaysMatch } },
    );
    const webkit = new WebKit(`${base}/session/${sessionId}`, capabilities.browserVersion, children);
    await webkit.resize(setup.width, setup.height);
    return webkit;
  } catch (error) {
    for (const child of children) child.kill();
    throw error;
  }
}

/** Starts the system's WebKitGTK on a screen of its own. */
export async function openWebKit(places: Places, setup: Required<Setup>): Promise<Driver> {
  for (let tries = STARTS; ; tries--) {
    try {
      return await start(places, setup);
    } catch (error) {
      if (tries === 1) throw error;
    }
  }
}
