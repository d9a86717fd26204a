import type { Layout } from "../layout/layout.js";
import { NO_BREAKS, type Warp } from "../time/warp.js";
import { isSame, type Domain } from "../view/view.js";
import { holdWithin, panBy, reveal, zoomAround, type DomainLimits, type ZoomRange } from "../view/zoom.js";
import { createGlide } from "./glide.js";

/** What a camera needs to know, asked anew each time. */
export interface CameraSetting {
  readonly window: Window;
  layout(): Layout | undefined;
  /** The part of time that is shown, or `undefined` for everything. */
  wanted(): Domain | undefined;
  /** How far one may zoom. */
  range(): ZoomRange;
  dispatch(domain: Domain | undefined): void;
  hasMotion(): boolean;
}

/** Which stretch of the axis is in view, and the ways to change it; only `place` and `open` speak of time itself. Those that return a boolean tell whether they do. */
export interface Camera {
  /** The domain that the next picture shows. */
  domain(): Domain;
  limits(): DomainLimits;
  /** Shows a stretch of the axis at once; without one, everything. */
  show(domain: Domain | undefined): void;
  /** Shows a part of time at once, as far as the limits let it. */
  place(time: Domain): void;
  /** Moves to a part of time that may be seen from now on, wherever it lies; without one, to everything. */
  open(domain: Domain | undefined): void;
  /** Moves by a share of what is in view; positive is later. */
  pan(share: number): boolean;
  /** Scales what is in view about its middle; above 1 shows more of time. */
  zoom(factor: number): boolean;
  /** Moves to a stretch of the axis, as far as the limits let it. */
  approach(domain: Domain): boolean;
  /** Shows everything. */
  fit(): boolean;
  /** Brings an event into view, with its label as far as that fits. */
  reveal(id: string): void;
  /** Shows as much of time as now, from an event on; where that is everything, nothing changes. */
  startAt(id: string): void;
  stop(): void;
}

/** Around an event that is brought into view, in pixels. */
const AIR = 24;

/** Makes a camera that starts with a domain, or with everything. */
export function createCamera(setting: CameraSetting, first: Domain | undefined): Camera {
  let opened = first;
  const warp = (): Warp => setting.layout()?.warp ?? NO_BREAKS;
  const onAxis = (time: Domain | undefined): Domain | undefined => time && warp().domainOnAxis(time);
  const dispatch = (domain: Domain | undefined): void => {
    setting.dispatch(domain && warp().domainInTime(domain));
  };
  // A glide keeps to the axis on which it began, also where breaks come and go on its way.
  let course = NO_BREAKS;
  const glide = createGlide(setting.window, (next) => {
    setting.dispatch(next && course.domainInTime(next));
  });
  const home = (): Domain => setting.layout()?.home ?? [0, 1];
  const domain = (): Domain => onAxis(setting.wanted()) ?? home();
  // Where a movement under way leads: so that keys pressed in a row add up.
  const target = (): Domain => onAxis(glide.target && course.domainInTime(glide.target)) ?? domain();

  const limits = (): DomainLimits => {
    const [from, to] = home();
    const air = (to - from) / 2;
    const wanted = onAxis(opened);
    // What is in view may stay there, even where events that made it home are gone or time went on.
    const extent = [from - air, to + air, ...(wanted ?? []), ...domain()];
    const lengths = [home(), wanted ?? home()].map(([start, end]) => end - start);
    const { min, max } = setting.range();
    return {
      min: Math.min(min, ...lengths),
      max: Math.max(max, ...lengths),
      extent: [Math.min(...extent), Math.max(...extent)],
    };
  };

  const show = (next: Domain | undefined): void => {
    glide.stop();
    dispatch(next);
  };

  const go = (next: Domain, isWhole = false): boolean => {
    if (!setting.layout()?.axis || isSame(next, target())) return false;
    course = warp();
    glide.to(domain(), next, { isInstant: !setting.hasMotion(), isWhole });
    return true;
  };

  return {
    domain,
    limits,
    show,
    place(time) {
      show(holdWithin(warp().domainOnAxis(time), limits()));
    },
    open(next) {
      opened = next ?? opened;
      const wanted = onAxis(next);
      if (setting.layout()?.axis) go(wanted ? holdWithin(wanted, limits()) : home(), next === undefined);
      else show(wanted);
    },
    pan: (share) => go(holdWithin(panBy(target(), share), limits())),
    zoom(factor) {
      const [from, to] = target();
      return go(holdWithin(zoomAround([from, to], factor, (from + to) / 2), limits()));
    },
    approach: (next) => go(holdWithin(next, limits())),
    fit: () => go(home(), true),
    reveal(id) {
      const layout = setting.layout();
      const event = layout?.columns.byId.get(id);
      if (!layout?.axis || event === undefined) return;
      const now = target();
      const msPerPx = (now[1] - now[0]) / layout.length;
      const extent = layout.orientation.extentOf(layout.labelOf(event));
      const reach = Math.min(extent.length + AIR, layout.length / 2);
      const anchor = layout.onAxis.anchor[event]!;
      const next = holdWithin(reveal(now, anchor - AIR * msPerPx, anchor + reach * msPerPx), limits());
      if (!isSame(next, now)) show(next);
    },
    startAt(id) {
      const layout = setting.layout();
      const wanted = onAxis(setting.wanted());
      const event = layout?.columns.byId.get(id);
      if (!layout || !wanted || event === undefined) return;
      const length = wanted[1] - wanted[0];
      const air = (length / layout.length) * AIR;
      const from = layout.onAxis.anchor[event]! - air;
      show(holdWithin([from, from + length], limits()));
    },
    stop() {
      glide.stop();
    },
  };
}
