import { memo } from "../../base/memo.js";
import type { Door, FeatureRun } from "../../component/feature.js";
import { isChord } from "../../component/keyboard.js";
import { activeIn } from "../../component/page.js";
import type { Layout } from "../../layout/layout.js";
import type { Prepared } from "../../layout/prepare.js";
import type { Instant } from "../../time/instant.js";
import { linearScale } from "../../time/scale.js";
import { floorTo, nextOf } from "../../time/steps.js";
import { isSame, type Domain } from "../../view/view.js";
import { holdWithin, reveal } from "../../view/zoom.js";
import { sayIn } from "../say.js";
import { courseOf, slideOf } from "../slider.js";
import { snapBetween } from "../units.js";
import { createBand, type RangeEdge } from "./band.js";
import { createBar } from "./bar.js";
import { listenToDrawing } from "./draw.js";
import { rangeInWords } from "./in-words.js";
import { moveEdge, readRange, slideEdge } from "./range.js";
import { createRuler, type BrushSnap } from "./ruler.js";
import { WORDS, type BrushMessages } from "./words.js";

/** A brush at work in a timeline. */
export interface BrushRun extends FeatureRun {
  /** The range that is selected. */
  range(): Domain | undefined;
  set(range: Domain | undefined): void;
}

/** Around an edge that keys bring into view, in pixels. */
const AIR = 24;

const EDGES: readonly RangeEdge[] = ["from", "to"];
const sideOf = (edge: RangeEdge): 0 | 1 => (edge === "from" ? 0 : 1);

/** Starts a brush in a timeline. */
export function startBrush(door: Door, snap: BrushSnap, messages: Partial<BrushMessages>): BrushRun {
  const { camera, page } = door;
  const { root, plot } = page;
  const ruler = createRuler(door, snap);
  const saying = memo((words: Prepared["words"]) => sayIn(WORDS, words, messages));
  const wording = memo(rangeInWords);
  let range: Domain | undefined;
  /** The range as it is being made: it counts once it is confirmed. */
  let draft: Domain | undefined;
  let isArmed = false;
  /** The first of two places that are pressed one after the other. */
  let pressed: Instant | undefined;
  /** What had focus before the edges. */
  let origin: Element | null = null;

  const band = createBand(page);
  const bar = createBar(door.slot("tools", "mizwala-tools mizwala-brush"), door.slot("below", "mizwala-range-bar"), {
    toggle(isByKey) {
      if (isByKey) startByKeys();
      else arm(!isArmed);
    },
    zoom() {
      const layout = ruler.layout();
      if (range && layout) camera.approach(layout.warp.domainOnAxis(range));
    },
    clear() {
      set(undefined, true);
      bar.toggle.focus();
    },
  });
  const drawing = listenToDrawing(plot, {
    alongAt: ruler.alongAt,
    instantAt: ruler.instantAt,
    isArmed: () => isArmed,
    edgeOf: band.edgeOf,
    draw(from, to) {
      show(snapBetween(ruler.step(), from, to, ruler.steps()));
    },
    move(edge, instant) {
      const shown = draft ?? range;
      if (shown) show(moveEdge(shown, edge, instant, ruler.step(), ruler.steps()));
    },
    press(instant) {
      show(snapBetween(ruler.step(), pressed ?? instant, instant, ruler.steps()));
      if (pressed !== undefined) confirm();
      else {
        pressed = instant;
        refresh();
      }
    },
    finish: confirm,
    cancel,
  });

  function show(next: Domain): void {
    draft = next;
    refresh();
  }

  function confirm(): void {
    const next = draft;
    arm(false);
    if (next) set(next, true);
  }

  function cancel(): void {
    draft = pressed = undefined;
    refresh();
  }

  /** @param isTold - Whether the reader did it, and hears of it. */
  function set(next: Domain | undefined, isTold = false): void {
    draft = pressed = undefined;
    const isNew = !isSame(next, range);
    range = isNew ? next : range;
    refresh();
    if (!isNew) return;
    door.emit("range", next && { from: next[0], to: next[1] });
    const { prepared } = door.shown();
    const say = saying(prepared.words);
    if (!isTold) return;
    if (!next) door.say(say("cleared"));
    else {
      const { spoken, count } = wording(next, ruler.step(), prepared);
      door.say(say("selected", { range: spoken, events: count }));
    }
  }

  function arm(isOn: boolean): void {
    isArmed = isOn;
    draft = pressed = undefined;
    plot.classList.toggle("is-brushing", isOn);
    if (isOn) door.say(saying(door.shown().prepared.words)("hint"));
    refresh();
  }

  /** From the event in focus, or the middle of what is in view; without an event, the range that there is. */
  function startByKeys(towards?: 1 | -1): void {
    const layout = ruler.layout();
    if (!layout) return;
    arm(false);
    origin = activeIn(root);
    const event = layout.columns.byId.get(origin?.getAttribute("data-event") ?? "");
    const middle = (layout.domain[0] + layout.domain[1]) / 2;
    const at = event === undefined ? layout.warp.domainInTime([middle, middle])[0] : layout.columns.anchor[event]!;
    const [step, steps] = [ruler.step(), ruler.steps()];
    const edited = event === undefined ? range : undefined;
    show(edited ?? [floorTo(step, at, steps), nextOf(step, at, steps)]);
    band.sliders[towards === -1 ? "from" : "to"].element.focus({ preventScroll: true });
  }

  /** Goes back to where focus was before the edges had it. */
  function leave(): void {
    const target = origin && root.contains(origin) ? (origin as HTMLElement) : bar.toggle;
    origin = null;
    target.focus({ preventScroll: true });
  }

  function onEdgeKey(domEvent: KeyboardEvent, edge: RangeEdge): boolean {
    const layout = ruler.layout();
    const shown = draft ?? range;
    if (!layout || isChord(domEvent)) return false;
    const slide = slideOf(domEvent, courseOf(layout.orientation));
    if (shown && slide) {
      const place = { step: ruler.step(), steps: ruler.steps(), whole: layout.warp.domainInTime(layout.home) };
      const next = slideEdge(shown, edge, slide, place);
      show(next);
      reach(next[sideOf(edge)], layout);
      return true;
    }
    if (domEvent.key === "Enter") confirm();
    else if (domEvent.key === "Escape" && drawing.cancel()) return true;
    else if (domEvent.key === "Escape") cancel();
    else if (domEvent.key === "Delete" || domEvent.key === "Backspace") set(undefined, true);
    else return false;
    leave();
    return true;
  }

  /** Brings an edge into view. */
  function reach(instant: Instant, layout: Layout): void {
    const air = AIR * ruler.pixel(layout);
    const domain = camera.domain();
    const at = layout.warp.onAxis(instant);
    const next = holdWithin(reveal(domain, at - air, at + air), camera.limits());
    if (!isSame(next, domain)) camera.show(next);
    door.flush();
  }

  function refresh(): void {
    const { layout, prepared } = door.shown();
    const say = saying(prepared.words);
    const shown = draft ?? range;
    const said = shown && layout ? wording(shown, ruler.step(), prepared) : undefined;
    const hint = isArmed ? say(pressed === undefined ? "hint" : "hintEnd") : "";
    const names = { brush: say("brush"), zoom: say("zoom"), clear: say("clear") };
    const { dates = "", count = "" } = said ?? {};
    bar.show({ isArmed, hasAxis: layout?.axis !== undefined, dates, count, hint }, names);
    band.place(shown, layout?.axis && layout);
    if (!shown || !said || !layout) return;
    const share = linearScale(layout.home, [0, 1]);
    for (const edge of EDGES) {
      band.sliders[edge].show(
        say(edge),
        share.at(layout.warp.onAxis(shown[sideOf(edge)])),
        said[edge],
        courseOf(layout.orientation),
      );
    }
  }

  const onFocusIn = ({ target }: FocusEvent): void => {
    const layout = ruler.layout();
    const edge = band.edgeOf(target);
    const shown = draft ?? range;
    if (edge && shown && layout) reach(shown[sideOf(edge)], layout);
  };
  // Whoever goes on to something else is done with the edges.
  const onFocusOut = ({ target, relatedTarget }: FocusEvent): void => {
    if (band.edgeOf(target) && !band.edgeOf(relatedTarget) && draft && !isArmed) confirm();
  };
  // Before the plot, which would walk from event to event.
  for (const edge of EDGES) {
    band.sliders[edge].element.addEventListener("keydown", (domEvent) => {
      if (onEdgeKey(domEvent, edge)) domEvent.preventDefault();
    });
  }
  plot.addEventListener("focusin", onFocusIn);
  plot.addEventListener("focusout", onFocusOut);

  return {
    range: () => range,
    set,
    drawn: refresh,
    key(domEvent) {
      const layout = ruler.layout();
      const { key, shiftKey, target } = domEvent;
      if (!layout) return false;
      if (key === "Escape" && drawing.cancel()) return true;
      if (key === "Escape" && isArmed) {
        arm(false);
        return true;
      }
      const slide =
        shiftKey && plot.contains(target as Node) ? slideOf(domEvent, courseOf(layout.orientation)) : undefined;
      if (slide?.by !== "step") return false;
      startByKeys(slide.towards);
      return true;
    },
    keys: () => [saying(door.shown().prepared.words)("keys")],
    save: () => range && { from: range[0], to: range[1] },
    restore(state) {
      set(readRange(state));
    },
    stop() {
      drawing.release();
      plot.removeEventListener("focusin", onFocusIn);
      plot.removeEventListener("focusout", onFocusOut);
      plot.classList.remove("is-brushing");
      band.remove();
    },
  };
}
