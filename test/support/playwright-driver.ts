import type { Page } from "playwright-core";
import { middleOf, SETTLED } from "./driver.js";
import type { Clip, Driver, Engine, Point } from "./driver.js";

/** Chromium and Firefox, by Playwright. */
export class PlaywrightDriver implements Driver {
  private found: string[] = [];

  readonly engine: Engine;
  private readonly page: Page;

  constructor(engine: Engine, page: Page) {
    this.engine = engine;
    this.page = page;
    page.on("pageerror", (error) => this.found.push(`uncaught: ${error.message}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.found.push(`${message.type()}: ${message.text()}`);
    });
  }

  get version(): string {
    return this.page.context().browser()!.version();
  }

  async goto(url: string): Promise<void> {
    await this.page.goto("about:blank");
    this.found = [];
    await this.page.goto(url);
  }

  run<T>(expression: string): Promise<T> {
    return this.page.evaluate<T>(expression);
  }

  async click(selector: string): Promise<void> {
    await this.clickAt(await this.run<Point>(middleOf(selector)));
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  move([x, y]: Point): Promise<void> {
    return this.page.mouse.move(x, y);
  }

  clickAt([x, y]: Point): Promise<void> {
    return this.page.mouse.click(x, y);
  }

  async wheel(at: Point, { dx = 0, dy = 0, isCtrlHeld = false }: Parameters<Driver["wheel"]>[1]): Promise<void> {
    await this.move(at);
    if (isCtrlHeld) await this.page.keyboard.down("Control");
    await this.page.mouse.wheel(dx, dy);
    if (isCtrlHeld) await this.page.keyboard.up("Control");
  }

  async drag(
    [fromX, fromY]: Point,
    [toX, toY]: Point,
    { isShiftHeld = false }: { readonly isShiftHeld?: boolean } = {},
  ): Promise<void> {
    if (isShiftHeld) await this.page.keyboard.down("Shift");
    await this.page.mouse.move(fromX, fromY);
    await this.page.mouse.down();
    await this.page.mouse.move(toX, toY, { steps: 4 });
    await this.page.mouse.up();
    if (isShiftHeld) await this.page.keyboard.up("Shift");
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await this.run(`new Promise((done) => {
      const look = () => (innerWidth === ${width} && innerHeight === ${height} ? done(true) : requestAnimationFrame(look));
      look();
    })`);
  }

  async settle(): Promise<void> {
    await this.run(SETTLED);
  }

  screenshot(clip?: Clip): Promise<Buffer> {
    return this.page.screenshot(clip ? { clip } : {});
  }

  problems(): Promise<string[]> {
    return Promise.resolve([...this.found]);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
