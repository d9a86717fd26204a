import type { Layout } from "../layout/layout.js";
import type { TimelineFeature } from "../model/options.js";
import type { Parts, SceneSetting } from "../scene/events.js";
import { create, type Page } from "./page.js";
import type { Door, Feature, FeatureRun, Shown, Slot } from "./feature.js";

/** The features at work in a timeline. */
export interface FeatureSet {
  /** Starts those that are new and stops those that are gone. */
  use(wanted: readonly TimelineFeature[]): void;
  drawn(shown: Shown): void;
  layers(layout: Layout, setting: SceneSetting): readonly Parts[];
  /** Gives a key to the first one that takes it. */
  key(domEvent: KeyboardEvent): boolean;
  /** What their keys do, a line for each. */
  keys(): readonly string[];
  /** The state of each, by name. */
  save(): Readonly<Record<string, unknown>>;
  restore(states: Readonly<Record<string, unknown>>): void;
  /** Their names; those alone whose changes are steps that readers go back from. */
  names(hasSteps?: boolean): readonly string[];
  /** Their style rules. */
  css(): readonly string[];
  stop(): void;
}

interface Work {
  readonly run: FeatureRun;
  readonly elements: readonly HTMLElement[];
}

/**
 * Makes the set of features of a timeline; none is at work yet.
 *
 * @param door - What each of them gets, but for the slots.
 * @param report - Where an error of a feature goes; it stops nobody else.
 */
export function createFeatureSet(page: Page, door: Omit<Door, "slot">, report: (error: unknown) => void): FeatureSet {
  const works = new Map<Feature, Work>();

  const begin = (feature: Feature): void => {
    const elements: HTMLElement[] = [];
    const slot = (place: Slot, className: string): HTMLElement => {
      const element = create(page.root.ownerDocument, "div", className);
      SLOTS[place](page, element);
      elements.push(element);
      return element;
    };
    const run = guard(() => feature.start({ ...door, slot })) ?? {};
    works.set(feature, { run, elements });
  };

  const end = (feature: Feature): void => {
    const work = works.get(feature);
    works.delete(feature);
    guard(() => work?.run.stop?.());
    for (const element of work?.elements ?? []) element.remove();
  };

  const guard = <Result>(act: () => Result): Result | undefined => {
    try {
      return act();
    } catch (error) {
      report(error);
      return undefined;
    }
  };

  const runs = (): FeatureRun[] => [...works.values()].map(({ run }) => run);

  return {
    use(wanted) {
      const features = wanted as readonly Feature[];
      for (const feature of [...works.keys()]) if (!features.includes(feature)) end(feature);
      for (const feature of features) if (!works.has(feature)) begin(feature);
    },
    drawn(shown) {
      for (const run of runs()) guard(() => run.drawn?.(shown));
    },
    layers: (layout, setting) => runs().flatMap((run) => guard(() => run.layer?.(layout, setting)) ?? []),
    key: (domEvent) => runs().some((run) => guard(() => run.key?.(domEvent)) ?? false),
    keys: () => runs().flatMap((run) => guard(() => run.keys?.()) ?? []),
    save() {
      const states = [...works].map(([{ name }, { run }]) => [name, guard(() => run.save?.())] as const);
      return Object.fromEntries(states.filter(([, state]) => state !== undefined));
    },
    restore(states) {
      for (const [{ name }, { run }] of works) guard(() => run.restore?.(states[name]));
    },
    names: (hasSteps) => [...works].filter(([, { run }]) => !hasSteps || run.hasSteps).map(([{ name }]) => name),
    css: () => [...works.keys()].flatMap(({ css }) => css ?? []),
    stop() {
      for (const feature of [...works.keys()]) end(feature);
    },
  };
}

const SLOTS: Readonly<Record<Slot, (page: Page, element: HTMLElement) => void>> = {
  tools: (page, element) => {
    page.tools.append(element);
    page.head.hidden = false;
  },
  above: (page, element) => {
    page.plot.before(element);
  },
  below: (page, element) => {
    page.details.before(element);
  },
};
