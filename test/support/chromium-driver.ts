import { chromium, type Page } from "playwright-core";
import { environment, type Places } from "./places.js";
import type { ChromiumDriver, FrameCost, Point, Setup } from "./driver.js";
import { CPU_SLOWDOWN } from "./full.js";
import { PlaywrightDriver } from "./playwright-driver.js";
import { sharedBrowser } from "./browser-environment.js";

const FLAGS = [
  "--no-sandbox",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  "--disable-sync",
  "--font-render-hinting=none",
  "--disable-lcd-text",
  "--force-color-profile=srgb",
];
const STEPS = 8;
/** Seconds from one touch to the next: of their own, so that neither speed nor a double tap hangs on the machine. */
const PACE = 0.016;

/** A CDP session that takes any command, not only those whose types Playwright carries. */
interface Session {
  send(command: string, parameters: object): Promise<unknown>;
  on(event: "HeapProfiler.addHeapSnapshotChunk", listener: (part: { readonly chunk: string }) => void): unknown;
  off(event: "HeapProfiler.addHeapSnapshotChunk", listener: (part: { readonly chunk: string }) => void): unknown;
}

type Finger = readonly [startX: number, startY: number, endX: number, endY: number];

class Chromium extends PlaywrightDriver implements ChromiumDriver {
  private readonly chromiumPage: Page;
  private readonly session: Session;
  /** When the last touch was, in seconds since 1970. */
  private moment = 0;

  constructor(page: Page, session: Session) {
    super("chromium", page);
    this.chromiumPage = page;
    this.session = session;
  }

  emulate(media: Parameters<ChromiumDriver["emulate"]>[0]): Promise<void> {
    return this.chromiumPage.emulateMedia(media);
  }

  pinch([x, y]: Point, scale: number): Promise<void> {
    const [near, far] = [40, 40 * scale];
    return this.touch([
      [x - near, y, x - far, y],
      [x + near, y, x + far, y],
    ]);
  }

  swipe([fromX, fromY]: Point, [toX, toY]: Point): Promise<void> {
    return this.touch([[fromX, fromY, toX, toY]]);
  }

  async cdp<T>(command: string, parameters: object = {}): Promise<T> {
    return (await this.session.send(command, parameters)) as T;
  }

  async heap(): Promise<number> {
    for (let i = 0; i < 3; i++) await this.cdp("HeapProfiler.collectGarbage");
    const chunks: string[] = [];
    const listen = ({ chunk }: { readonly chunk: string }): number => chunks.push(chunk);
    this.session.on("HeapProfiler.addHeapSnapshotChunk", listen);
    await this.cdp("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
    this.session.off("HeapProfiler.addHeapSnapshotChunk", listen);
    return sizeOf(JSON.parse(chunks.join("")) as HeapSnapshot);
  }

  async frames(act: () => Promise<void>): Promise<readonly FrameCost[]> {
    const browser = this.chromiumPage.context().browser()!;
    await browser.startTracing(this.chromiumPage, { categories: ["toplevel", "devtools.timeline", "v8"] });
    await act();
    return costsIn(JSON.parse(String(await browser.stopTracing())) as Trace);
  }

  private async touch(fingers: readonly Finger[]): Promise<void> {
    this.moment ||= Date.now() / 1_000;
    const dispatch = (type: string, touchPoints: readonly object[]): Promise<void> =>
      this.cdp("Input.dispatchTouchEvent", { type, touchPoints, timestamp: (this.moment += PACE) });
    for (let step = 0; step <= STEPS; step++) {
      const part = step / STEPS;
      const touchPoints = fingers.map(([x0, y0, x1, y1], id) => ({
        id,
        x: x0 + (x1 - x0) * part,
        y: y0 + (y1 - y0) * part,
      }));
      await dispatch(step === 0 ? "touchStart" : "touchMove", touchPoints);
    }
    await dispatch("touchEnd", []);
  }
}

/** As Chromium writes it: times in microseconds, `tdur` those of the processor. */
interface Trace {
  readonly traceEvents: readonly {
    readonly name: string;
    readonly ph: string;
    readonly pid: number;
    readonly tid: number;
    readonly ts: number;
    readonly dur?: number;
    readonly tdur?: number;
  }[];
}

const TASK = "ThreadControllerImpl::RunTask";
const CALLBACK = "FireAnimationFrame";
const COLLECTING = /^(?:MinorGC|MajorGC|V8\.GCIncrementalMarking)$/;

function costsIn({ traceEvents }: Trace): readonly FrameCost[] {
  const any = traceEvents.find(({ name }) => name === CALLBACK);
  const events = traceEvents
    .filter(({ ph, pid, tid }) => ph === "X" && pid === any?.pid && tid === any.tid)
    .toSorted((a, b) => a.ts - b.ts);
  const costs: { script: number; all: number }[] = [];
  let frame = { script: 0, all: 0 };
  let [task, isNew, callbackEnd, collectingEnd] = [0, false, 0, 0];
  for (const { name, ts, dur = 0, tdur = 0 } of events) {
    const cost = tdur / 1_000;
    if (name === TASK) {
      frame.all += task = cost;
      isNew = true;
    } else if (name === CALLBACK) {
      if (isNew) {
        frame.all -= task;
        costs.push((frame = { script: 0, all: task }));
      }
      isNew = false;
      frame.script += cost;
      callbackEnd = ts + dur;
    } else if (COLLECTING.test(name) && ts < callbackEnd && ts >= collectingEnd) {
      frame.script -= cost;
      collectingEnd = ts + dur;
    }
  }
  return costs;
}

/** As V8 writes it: the fields of all nodes one after the other, of which the first two are a type and a name by their numbers. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[]] };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** What the engine holds for itself: machine code, and what it has measured. */
const ENGINES_OWN = /^(?:code:|native:(?:Performance|TaskAttribution))/;

function sizeOf({ snapshot: { meta }, nodes, strings }: HeapSnapshot): number {
  const { node_fields: fields, node_types: types } = meta;
  const [type, name, size] = ["type", "name", "self_size"].map((field) => fields.indexOf(field));
  let sum = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    const kind = `${types[0][nodes[node + type!]!]!}:${strings[nodes[node + name!]!]!.slice(0, 40)}`;
    if (!ENGINES_OWN.test(kind)) sum += nodes[node + size!]!;
  }
  return sum;
}

/** Opens a window of the Chromium that npm brought, with nothing of another one's. */
export async function openChromium(places: Places, setup: Required<Setup>): Promise<ChromiumDriver> {
  const { path, libraries } = places.chromium;
  const env = environment(places, { LD_LIBRARY_PATH: libraries });
  const browser = await sharedBrowser("chromium", () => chromium.launch({ executablePath: path, args: FLAGS, env }));
  const context = await browser.newContext({
    viewport: { width: setup.width, height: setup.height },
    colorScheme: setup.colorScheme,
    reducedMotion: setup.hasReducedMotion ? "reduce" : "no-preference",
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (CPU_SLOWDOWN > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  return new Chromium(page, session);
}
