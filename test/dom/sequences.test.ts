import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  createTimeline,
  MizwalaError,
  type Timeline,
  type TimelineEvent,
  type TimelineOptions,
  type TimelineState,
} from "../../src/index.js";
import { messageTypes } from "../../src/component/listeners.js";
import { runs } from "../support/full.js";
import { preparePage } from "./page.js";

const RUNS = runs(300, 10_000);
const SEED = Number(process.env["SEED"] ?? 20200709);
const MINUTES = 60_000;

let page: ReturnType<typeof preparePage>;
beforeAll(() => {
  page = preparePage(1072);
  // Which jsdom lacks.
  HTMLElement.prototype.setPointerCapture = () => undefined;
});
afterAll(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(HTMLElement.prototype, "setPointerCapture");
});
afterEach(() => {
  document.body.replaceChildren();
});

const hostOf = (): HTMLElement => document.body.appendChild(document.createElement("div"));

/** What the options and calls of a sequence add up to. */
interface Model {
  options: Partial<TimelineOptions>;
  events: TimelineEvent[];
  selected: string | undefined;
  domain: { from: string; to: string } | undefined;
  width: number;
}
interface Real {
  readonly timeline: Timeline;
  readonly host: HTMLElement;
  /** What ends the listening of each listener that is there. */
  readonly ends: (() => void)[];
  /** How often one was called that should have been gone. */
  late: number;
}
type Step = readonly [says: string, model: (model: Model) => void, real: (real: Real, model: Model) => void];

const ids = ["a", "b", "c", "d", "e", "f"];
const DAYS = ["2020-07-01", "2020-07-03", "2020-07-04/2020-07-09", "2020-07-12", "2020-08-01", "1999", "2020-07-03"];
const event = fc.record({
  id: fc.constantFrom(...ids),
  date: fc.constantFrom(...DAYS),
  title: fc.constantFrom("One", "Two", "قمة أستانا", "A title that is longer than the others"),
  lane: fc.constantFrom("x", "y"),
  importance: fc.constantFrom(0, 0.5, 1),
}) as fc.Arbitrary<TimelineEvent & { id: string }>;
const nameless = fc.record({
  date: fc.constantFrom(...DAYS),
  title: fc.constantFrom("One", "Two"),
}) as fc.Arbitrary<TimelineEvent>;
const DOMAINS = [
  { from: "2020-07-01", to: "2020-07-10" },
  { from: "2020-06", to: "2020-08" },
] as const;

const LAYOUTS = ["auto", "flags", "lanes", "list", "density"] as const;
const changes: fc.Arbitrary<Partial<TimelineOptions>> = fc.oneof(
  fc.record({ layout: fc.constantFrom(...LAYOUTS) }),
  fc.record({ locale: fc.constantFrom("ar-SY", "en", "fa") }),
  fc.record({ direction: fc.constantFrom("auto", "ltr", "rtl") }),
  fc.record({ timeDirection: fc.constantFrom("auto", "ltr", "rtl") }),
  fc.record({ orientation: fc.constantFrom("auto", "horizontal", "vertical") }),
  fc.record({ calendar: fc.constantFrom("gregory", "islamic-umalqura", "persian") }),
  fc.record({ sides: fc.constantFrom("auto", "one", "both") }),
  fc.record({ theme: fc.constantFrom("auto", "light", "dark") }),
  fc.record({ numerals: fc.constantFrom("auto", "latn", "arab") }),
  fc.record({ links: fc.boolean(), controls: fc.boolean() }),
  fc.record({ breaks: fc.constantFrom("none", "auto") }),
  fc.record({ title: fc.constantFrom("Title", "عنوان", undefined) }),
  fc.record({ timeZone: fc.constantFrom("UTC", "Asia/Damascus") }),
  fc.record({ hash: fc.constantFrom(true, false, "t") }),
) as fc.Arbitrary<Partial<TimelineOptions>>;

const put = (events: readonly TimelineEvent[], given: readonly (TimelineEvent & { id: string })[]): TimelineEvent[] => {
  const next = [...events];
  for (const one of given) {
    const at = next.findIndex(({ id }) => id === one.id);
    if (at < 0) next.push(one);
    else next[at] = one;
  }
  return next;
};

const state: fc.Arbitrary<TimelineState> = fc.record(
  {
    selected: fc.constantFrom(...ids, "none"),
    domain: fc.constantFrom(...DOMAINS, "all"),
    layout: fc.constantFrom(...LAYOUTS),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<TimelineState>;

const pointer = (says: string, type: string, pointerId: number, x: number, buttons: number): Step => [
  `${says} at ${x}`,
  () => undefined,
  ({ host }) =>
    host.querySelector(".mizwala-plot")?.dispatchEvent(
      new PointerEvent(type, {
        ...{ pointerId, isPrimary: pointerId === 1, buttons, bubbles: true, cancelable: true },
        ...{ clientX: x, clientY: 100 },
      }),
    ),
];
const place = fc.integer({ min: 0, max: 1072 });
const finger = fc.constantFrom(1, 2);
/** A finger or a mouse that presses, moves or lets go, with anything between: whole drags, pinches, and parts of them. */
const touches: fc.Arbitrary<readonly Step[]> = fc.oneof(
  fc.tuple(finger, place).map(([id, x]) => [pointer(`press ${id}`, "pointerdown", id, x, 1)]),
  fc.tuple(finger, place).map(([id, x]) => [pointer(`move ${id}`, "pointermove", id, x, 1)]),
  fc
    .tuple(finger, place, fc.constantFrom("pointerup", "pointercancel"))
    .map(([id, x, type]) => [pointer(`${type} ${id}`, type, id, x, 0)]),
  fc
    .tuple(place, place)
    .map(([from, to]) => [
      pointer("drag from", "pointerdown", 1, from, 1),
      pointer("drag over", "pointermove", 1, (from + to) / 2, 1),
      pointer("drag to", "pointermove", 1, to, 1),
      pointer("drag ends", "pointerup", 1, to, 0),
    ]),
  fc
    .tuple(place, fc.constantFrom(0.3, 0.8, 1.5, 4))
    .map(([middle, factor]) => [
      pointer("pinch, first finger", "pointerdown", 1, middle - 60, 1),
      pointer("pinch, second finger", "pointerdown", 2, middle + 60, 1),
      pointer("pinch, first moves", "pointermove", 1, middle - 60 * factor, 1),
      pointer("pinch, second moves", "pointermove", 2, middle + 60 * factor, 1),
      pointer("pinch, first lets go", "pointerup", 1, middle - 60 * factor, 0),
      pointer("pinch, second lets go", "pointerup", 2, middle + 60 * factor, 0),
    ]),
);

const single: fc.Arbitrary<Step> = fc.oneof(
  changes.map((change): Step => [
    `update ${JSON.stringify(change)}`,
    (model) => (model.options = { ...model.options, ...change }),
    ({ timeline }) => {
      timeline.update(change);
    },
  ]),
  fc.uniqueArray(event, { maxLength: 4, selector: ({ id }) => id }).map((given): Step => [
    `upsert ${JSON.stringify(given)}`,
    (model) => (model.events = put(model.events, given)),
    ({ timeline }) => {
      timeline.upsert(given);
    },
  ]),
  fc.uniqueArray(event, { maxLength: 5, selector: ({ id }) => id }).map((events): Step => [
    `events ${JSON.stringify(events)}`,
    (model) => (model.events = events),
    ({ timeline }) => {
      timeline.update({ events });
    },
  ]),
  fc.array(fc.oneof(event, nameless), { maxLength: 3 }).map((given): Step => {
    let news: readonly TimelineEvent[] = [];
    return [
      `append what is new of ${JSON.stringify(given)}`,
      (model) => {
        const known = new Set(model.events.map(({ id }) => id));
        news = given.filter(({ id }) => id === undefined || (!known.has(id) && known.add(id)));
        model.events = [...model.events, ...news];
      },
      ({ timeline }) => {
        timeline.append(news);
      },
    ];
  }),
  fc.constantFrom(...ids).map((id): Step => [
    `remove ${id}`,
    (model) => (model.events = model.events.filter((one) => one.id !== id)),
    ({ timeline }) => {
      timeline.remove([id]);
    },
  ]),
  fc.option(fc.constantFrom(...DOMAINS), { nil: undefined }).map((domain): Step => [
    `show ${JSON.stringify(domain)}`,
    () => undefined,
    ({ timeline }) => {
      timeline.show(domain);
    },
  ]),
  fc.option(fc.constantFrom(...ids, "none"), { nil: undefined }).map((id): Step => [
    `select ${id ?? "nothing"}`,
    () => undefined,
    ({ timeline }) => {
      timeline.select(id);
    },
  ]),
  fc.option(state, { nil: undefined }).map((given): Step => [
    `restore ${given ? JSON.stringify(given) : "what is"}`,
    (model) => {
      // Without events it waits for some, and would come over what is done until then.
      if (given && model.events.length > 0) model.options = { ...model.options, layout: given.layout ?? "auto" };
    },
    ({ timeline }, { events }) => {
      if (events.length > 0) timeline.restore(given ?? timeline.state);
    },
  ]),
  fc.constantFrom(...ids).map((id): Step => [
    `address of ${id}`,
    () => undefined,
    ({ timeline }, { options: { hash = false } }) => {
      const name = hash === true ? "event" : `${hash}.event`;
      const own = timeline.hrefOf(id)?.split("#")[1]?.split("&");
      expect(own?.filter((piece) => piece.startsWith(`${name}=`))).toEqual(hash ? [`${name}=${id}`] : undefined);
    },
  ]),
  fc.constantFrom(...messageTypes().filter((type) => type !== "destroy")).map((type): Step => [
    `listen to ${type}`,
    () => undefined,
    (real) => {
      let isOver = false;
      const end = real.timeline.on(type, () => {
        if (isOver) real.late += 1;
      });
      real.ends.push(() => {
        isOver = true;
        end();
      });
    },
  ]),
  fc.constant<Step>(["listen no more", () => undefined, ({ ends }) => ends.shift()?.()]),
  fc.constantFrom(1072, 700, 360).map((width): Step => [
    `resize ${width}`,
    (model) => (model.width = width),
    () => {
      page.resize(width);
    },
  ]),
  fc.constant<Step>([
    "frame",
    () => undefined,
    () => {
      page.nextFrame();
    },
  ]),
  fc
    .constantFrom("zoomIn", "zoomOut", "fit")
    .map((control): Step => [
      `press ${control}`,
      () => undefined,
      ({ host }) => host.querySelector<HTMLElement>(`[data-control="${control}"]`)?.click(),
    ]),
  fc.constantFrom("ArrowRight", "ArrowDown", "Home", "End", "Enter", "+", "Escape", "PageDown").map((key): Step => [
    `key ${key}`,
    () => undefined,
    ({ host }) => {
      const target = host.querySelector(".mizwala-event") ?? host;
      target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    },
  ]),
  fc.constantFrom(-120, 120).map((deltaY): Step => [
    `wheel ${deltaY}`,
    () => undefined,
    ({ host }) =>
      host.querySelector(".mizwala-plot")?.dispatchEvent(
        new WheelEvent("wheel", {
          deltaY,
          ctrlKey: true,
          clientX: 300,
          clientY: 100,
          bubbles: true,
          cancelable: true,
        }),
      ),
  ]),
  fc.tuple(fc.constantFrom(".mizwala-label", ".mizwala-mark", ".mizwala-event"), fc.nat(5)).map(([what, n]): Step => [
    `click ${what} ${n}`,
    () => undefined,
    ({ host }) => {
      const all = host.querySelectorAll(what);
      all[n % all.length]?.dispatchEvent(new MouseEvent("click", { detail: 1, bubbles: true, cancelable: true }));
    },
  ]),
  place.map((x): Step => [
    `double click at ${x}`,
    () => undefined,
    ({ host }) =>
      host
        .querySelector(".mizwala-plot")
        ?.dispatchEvent(new MouseEvent("dblclick", { clientX: x, clientY: 100, bubbles: true, cancelable: true })),
  ]),
);
const step: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 4, arbitrary: single.map((one) => [one]) },
  { weight: 1, arbitrary: touches },
);

/** What is shown in the end: a state tells its part of time only as exactly as can be seen. */
const END = { from: "2020-06-28", to: "2020-07-20" };

/** What no picture has anything of. */
const ODD = /NaN|undefined|\[object|Infinity/;

const settle = (): void => {
  for (let i = 0; i < 4; i++) page.nextFrame();
};

/** What a reader sees, without what tells of the way there: focus, stops of keys, what was said last. */
function pictureOf(host: HTMLElement): string {
  const copy = host.cloneNode(true) as HTMLElement;
  const isEmpty = copy.querySelector<HTMLElement>(".mizwala-plot")?.hidden === true;
  for (const said of copy.querySelectorAll(".mizwala-status, .mizwala-tip, [hidden]")) said.remove();
  // Without events there is no layout; what the last one was called says nothing.
  if (isEmpty)
    for (const name of ["layout", "orientation", "time-direction", "details"])
      copy.firstElementChild!.removeAttribute(`data-${name}`);
  for (const element of copy.querySelectorAll("*"))
    for (const name of ["tabindex", "id", "aria-controls", "aria-labelledby", "aria-describedby"])
      element.removeAttribute(name);
  for (const element of copy.querySelectorAll(".is-hinted")) element.classList.remove("is-hinted");
  const written = (node: Node): string => {
    if (!(node instanceof Element)) return node.textContent ?? "";
    // In which order attributes came, nobody sees.
    const attributes = [...node.attributes]
      .map(
        ({ name, value }) =>
          `${name}=${
            /^(class|style)$/.test(name)
              ? value
                  .split(name === "class" ? " " : "; ")
                  .sort()
                  .join(" ")
              : value
          }`,
      )
      .filter((attribute) => attribute !== "class=")
      .sort();
    return `<${[node.localName, ...attributes].join(" ")}>${[...node.childNodes].map(written).join("")}`;
  };
  return written(copy);
}

/** Lets go of what was made: spies hold what they were called with, and the engine collects between turns alone. */
const turn = (): Promise<void> => {
  vi.clearAllMocks();
  return new Promise((done) => {
    setImmediate(done);
  });
};

describe("Whatever is called and done", () => {
  beforeEach(() => {
    page.resize(1072);
  });

  it("R4, R13, R25: the picture is that of a new timeline in the same state", { timeout: 30 * MINUTES }, async () => {
    console.info(`${RUNS} sequences, seed ${SEED}`);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(event, { maxLength: 6, selector: ({ id }) => id }),
        fc.array(step, { minLength: 1, maxLength: 12 }).map((some) => some.flat()),
        async (events, steps) => {
          await turn();
          history.replaceState(null, "", location.pathname);
          page.resize(1072);
          const model: Model = {
            options: { locale: "en", now: "2020-07-20" },
            events,
            selected: undefined,
            domain: undefined,
            width: 1072,
          };
          const host = hostOf();
          const given: TimelineOptions = {
            ...model.options,
            events,
          };
          const timeline = createTimeline(host, given);
          const real: Real = { timeline, host, ends: [], late: 0 };
          for (const [, change, act] of steps) {
            change(model);
            act(real, model);
          }
          settle();
          expect(host.innerHTML).not.toMatch(ODD);
          timeline.show(END);
          settle();
          const { state, issues } = timeline;
          const picture = pictureOf(host);
          const stop = host.querySelector<HTMLElement>(".mizwala-event[tabindex='0']")?.dataset["event"];
          timeline.destroy();
          host.remove();
          history.replaceState(null, "", location.pathname);
          const other = hostOf();
          const wantedOptions: TimelineOptions = { ...model.options, events: model.events };
          const fresh = createTimeline(other, wantedOptions);
          // The event that Tab comes to stays in the list of a crowd, wherever one looks.
          fresh.select(stop);
          settle();
          fresh.select(state.selected);
          settle();
          fresh.show(END);
          settle();
          expect(fresh.state.selected).toEqual(state.selected);
          expect(fresh.issues).toEqual(issues);
          expect(real.late).toBe(0);
          const wanted = pictureOf(other);
          fresh.destroy();
          other.remove();
          if (picture !== wanted) {
            const at = [...picture].findIndex((_, i) => picture[i] !== wanted[i]);
            throw new Error(
              `${steps.map(([says]) => says).join("; ")}\n${picture.slice(at - 150, at + 150)}\n---\n${wanted.slice(at - 150, at + 150)}`,
            );
          }
          expect(picture).not.toMatch(ODD);
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

describe("Whatever JSON is given", () => {
  const WORDS = [
    "title",
    "date",
    "events",
    "id",
    "lane",
    "eras",
    "lanes",
    "summary",
    "start",
    "end",
    "__proto__",
    "constructor",
    "label",
    "text",
    "url",
  ];
  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom<unknown>(
        null,
        true,
        0,
        -1,
        Infinity,
        8.64e15,
        "2020-07-09",
        "",
        "NaN",
        "\ud800",
        "x",
        "..",
        "now",
        "2020/2019",
      ),
      fc.string({ maxLength: 8 }),
      fc.double(),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...WORDS), tie("value"), { maxKeys: 5 }),
    ),
  })).value;

  it(
    "R2, R4: nothing is thrown but a MizwalaError for options, and nothing odd is shown",
    { timeout: 30 * MINUTES },
    async () => {
      let drawn = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.oneof(
              json,
              fc.record({
                date: fc.constantFrom("2020", "2020-07-09"),
                title: json,
                summary: json,
                place: json,
                participants: json,
                sources: json,
                lane: json,
                importance: json,
              }),
            ),
            { maxLength: 6 },
          ),
          fc.record({ eras: json, lanes: json, title: json, source: json }, { requiredKeys: [] }),
          fc.constantFrom("flags", "lanes", "list", "density"),
          async (events, around, layout) => {
            await turn();
            const host = hostOf();
            let made: Timeline | undefined;
            try {
              made = createTimeline(host, { ...around, events, layout } as unknown as TimelineOptions);
            } catch (error) {
              expect(error).toBeInstanceOf(MizwalaError);
            }
            if (made) {
              drawn += 1;
              for (const button of [...host.querySelectorAll<HTMLElement>(".mizwala-event")].slice(0, 6))
                made.select(button.dataset["event"]);
              settle();
              const copy = host.cloneNode(true) as HTMLElement;
              const shown = [...copy.querySelectorAll("*")].flatMap(({ attributes }) =>
                [...attributes]
                  .filter(({ name }) => !/^(data-|aria-label|title$)/.test(name))
                  .map(({ value }) => value),
              );
              // A text may say so itself.
              if (!/NaN|undefined|Infinity/.test(JSON.stringify([events, around])))
                expect(shown.join(" ")).not.toMatch(/\b(NaN|undefined|Infinity)\b|\[object/);
              expect(copy.textContent).not.toContain("[object Object]");
              made.destroy();
            }
            host.remove();
          },
        ),
        { seed: SEED, numRuns: RUNS },
      );
      expect(drawn).toBeGreaterThan(RUNS / 2);
    },
  );
});
