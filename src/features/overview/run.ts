import { memo } from "../../base/memo.js";
import type { Door, FeatureRun, Shown } from "../../component/feature.js";
import { orient } from "../../layout/orientation.js";
import type { Prepared } from "../../layout/prepare.js";
import type { Direction } from "../../text/direction.js";
import type { Instant } from "../../time/instant.js";
import { linearScale } from "../../time/scale.js";
import type { Step } from "../../time/steps.js";
import type { Warp } from "../../time/warp.js";
import { isSame, type Domain } from "../../view/view.js";
import { layoutOnAxis } from "../on-axis.js";
import { spanBetween, spanOfEnd } from "../range-words.js";
import { sayIn } from "../say.js";
import { slideOf } from "../slider.js";
import { besideOf, finestOf, stepFor } from "../units.js";
import { listenToDrags } from "./drag.js";
import { createStripPictures, type StripPicture } from "./draw.js";
import { slideWindow, type Handle } from "./keys.js";
import { createStrip } from "./strip.js";
import type { WindowLimits } from "./window.js";
import { WORDS, type OverviewMessages } from "./words.js";

const HANDLES: readonly Handle[] = ["from", "part", "to"];
/** What covers the whole but for so many pixels covers it. */
const STILL = 0.5;

/** Starts an overview in a timeline. */
export function startOverview(door: Door, messages: Partial<OverviewMessages>): FeatureRun {
  const { camera } = door;
  const root = door.slot("below", "mizwala-overview");
  root.setAttribute("role", "group");
  const strip = createStrip(root);
  const { sliders } = strip;
  const picture = createStripPictures();
  const finest = memo(finestOf);
  const saying = memo((words: Prepared["words"]) => sayIn(WORDS, words, messages));
  let drawn: StripPicture | undefined;

  const limits = (): WindowLimits => {
    const { min, max } = camera.limits();
    return { min, max, whole: wholeOf(door.shown()) };
  };

  const show = (window: Domain): void => {
    const home = layoutOnAxis(door)?.home;
    camera.show(isSame(window, home) ? undefined : window);
  };

  const drag = listenToDrags(strip.element, {
    limits,
    show,
    instantAt(clientX) {
      const layout = layoutOnAxis(door);
      const { left, width } = strip.element.getBoundingClientRect();
      if (!layout || width === 0) return undefined;
      const along = orient(door.shown().options.timeDirection, width).along(clientX - left, 0);
      return linearScale(wholeOf(door.shown()), [0, width]).invert(along);
    },
    window: () => camera.domain(),
    handleOf(target) {
      const handle = HANDLES.find((name) => sliders[name].element === target);
      return handle === "part" && strip.element.hasAttribute("data-whole") ? undefined : handle;
    },
    approach(window) {
      camera.approach(window);
    },
    keep() {
      const { domain } = door.shown().view;
      return () => {
        door.dispatch({ type: "show", domain });
      };
    },
  });

  root.addEventListener("keydown", (domEvent) => {
    const layout = layoutOnAxis(door);
    const handle = HANDLES.find((name) => sliders[name].element === domEvent.target);
    const slide = slideOf(domEvent, door.shown().options.timeDirection);
    if (!layout?.axis || !handle || !slide) return;
    domEvent.preventDefault();
    const { steps } = door.shown().prepared.setting.dates;
    const { warp, axis } = layout;
    const beside = (at: Instant): Instant =>
      warp.onAxis(besideOf(axis.step, warp.domainInTime([at, at])[0], slide.towards, steps));
    show(slideWindow(camera.domain(), handle, slide, limits(), beside));
    // So that a screen reader says where it is now.
    door.flush();
  });

  const tell = memo(
    (
      from: Instant,
      to: Instant,
      warp: Warp,
      step: Step,
      whole: Domain,
      { setting, words }: Prepared,
      time: Direction,
    ) => {
      const say = saying(words);
      const { dates } = setting;
      const span = spanBetween(warp.domainInTime([from, to]), step, dates.steps);
      const share = linearScale(whole, [0, 1]);
      sliders.from.show(say("from"), share.at(from), dates.spoken(spanOfEnd(span, "start")), time);
      sliders.part.show(say("part"), share.at((from + to) / 2), dates.spoken(span), time);
      sliders.to.show(say("to"), share.at(to), dates.spoken(spanOfEnd(span, "end")), time);
      root.setAttribute("aria-label", say("overview"));
    },
  );

  const whole = memo((from: Instant, to: Instant): Domain => [from, to]);

  return {
    drawn(shown) {
      const { layout, prepared, options } = shown;
      // Of what lies elsewhere nobody knows the whole at first.
      const isComing = prepared.crowd?.isComing === true;
      root.hidden = !layout?.axis || isComing;
      if (!layout?.axis || isComing) return;
      const all = whole(...wholeOf(shown));
      const { orientation, domain } = layout;
      // Beside an upright axis it has the whole width, and is as level as ever.
      const length = orientation.isUpright ? layout.width : layout.length;
      const time = options.timeDirection;
      strip.place(orientation.isUpright ? 0 : orientation.box(0, length, 0, 0).x, length);
      const next = picture(layout, shown, all, length);
      if (next !== drawn) strip.draw(next.shapes, next.labels);
      drawn = next;
      const scale = linearScale(all, [0, length]);
      const [from, to] = domain.map((instant) => Math.min(Math.max(scale.at(instant), 0), length)) as [number, number];
      strip.move(from, to, orient(time, length), to - from >= length - STILL);
      const step = stepFor((domain[1] - domain[0]) / length, finest(prepared.columns));
      tell(...domain, layout.warp, step, all, prepared, time);
    },
    key: ({ key }) => key === "Escape" && drag.cancel(),
    keys: () => [saying(door.shown().prepared.words)("keys")],
  };

  /** The stretch of the axis that shows everything, and what the author opens with. */
  function wholeOf({ layout, options }: Shown): Domain {
    const [from, to] = layout?.home ?? [0, 1];
    const opened = options.domain && layout?.warp.domainOnAxis(options.domain);
    return opened ? [Math.min(from, opened[0]), Math.max(to, opened[1])] : [from, to];
  }
}
