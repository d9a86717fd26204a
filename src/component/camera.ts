import type { Layout } from "../layout/layout.js";
import type { Domain } from "../view/view.js";
import { holdWithin, panBy, reveal, zoomAround, type DomainLimits, type ZoomRange } from "../view/zoom.js";
import { createGlide } from "./glide.js";

/** What a camera needs to know, asked anew each time. */
export interface CameraSetting {
  readonly window: Window;
  layout(): Layout | undefined;
  /** The domain that was asked for, or `undefined` for everything. */
  wanted(): Domain | undefined;
  /** How far one may zoom, and a part of time that may be seen in any case. */
  range(): ZoomRange & { readonly include: Domain | undefined };
  dispatch(domain: Domain): void;
  hasMotion(): boolean;
}

/** Which part of time is in view, and the ways to change it. Those that return a boolean tell whether they could. */
export interface Camera {
  /** The domain that the next picture shows. */
  domain(): Domain;
  limits(): DomainLimits;
  /** Shows a domain at once. */
  show(domain: Domain): void;
  /** Moves to a domain, held within the limits. */
  go(domain: Domain): boolean;
  /** Moves by a share of what is in view; positive is later. */
  pan(share: number): boolean;
  /** Scales what is in view about its middle; above 1 shows more of time. */
  zoom(factor: number): boolean;
  /** Shows everything. */
  fit(): boolean;
  /** Brings an event into view, with its label as far as that fits. */
  reveal(id: string): void;
  stop(): void;
}

/** Around an event that is brought into view, in pixels. */
const AIR = 24;

/** Makes a camera. */
export function createCamera(setting: CameraSetting): Camera {
  const glide = createGlide(setting.window, (domain) => {
    setting.dispatch(domain);
  });
  const domain = (): Domain => setting.wanted() ?? setting.layout()?.home ?? [0, 1];
  // Where a movement under way leads: so that keys pressed in a row add up.
  const target = (): Domain => glide.target ?? domain();

  const limits = (): DomainLimits => {
    const [from, to] = setting.layout()?.home ?? [0, 1];
    const { min, max, include = [from, to] } = setting.range();
    const air = (to - from) / 2;
    return { min, max, extent: [Math.min(from - air, include[0]), Math.max(to + air, include[1])] };
  };

  const show = (next: Domain): void => {
    glide.stop();
    setting.dispatch(next);
  };

  const go = (next: Domain): boolean => {
    if (setting.layout()?.mode !== "flags") return false;
    glide.to(domain(), holdWithin(next, limits()), !setting.hasMotion());
    return true;
  };

  return {
    domain,
    limits,
    show,
    go,
    pan: (share) => go(panBy(target(), share)),
    zoom(factor) {
      const [from, to] = target();
      return go(zoomAround([from, to], factor, (from + to) / 2));
    },
    fit: () => go(setting.layout()?.home ?? target()),
    reveal(id) {
      const layout = setting.layout();
      const event = layout?.columns.byId.get(id);
      if (layout?.mode !== "flags" || event === undefined) return;
      const [from, to] = domain();
      const msPerPx = (to - from) / layout.width;
      const reach = Math.min(layout.labelOf(event).width + AIR, layout.width / 2);
      const anchor = layout.columns.anchor[event]!;
      show(holdWithin(reveal([from, to], anchor - AIR * msPerPx, anchor + reach * msPerPx), limits()));
    },
    stop() {
      glide.stop();
    },
  };
}
