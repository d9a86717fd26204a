import { changesBetween } from "../component/binding.js";
import { capabilitiesOf } from "../component/capabilities.js";
import { messageTypes, type TimelineListeners } from "../component/listeners.js";
import type { Timeline } from "../component/handle.js";
import { createTimeline } from "../component/timeline.js";
import type { EventBase, TimelineEvent } from "../model/input.js";
import { canonicalTag } from "../model/language.js";
import { readOptionText } from "../model/option-text.js";
import { optionNames, type OptionChanges, type TimelineFeature, type TimelineOptions } from "../model/options.js";
import type { TimelineState } from "../view/state.js";
import { attributeNames, propertyOf } from "./attributes.js";
import { readBaseDocument } from "./base-document.js";
import { createShadow, type Shadow } from "./shadow.js";
import { loadSource } from "./source.js";

/** The options of a timeline as properties of its element; `title` is called `heading` there. */
export type TimelineElementOptions<E extends EventBase = TimelineEvent> = {
  -readonly [Name in keyof Omit<TimelineOptions<E>, "$schema" | "title">]: TimelineOptions<E>[Name] | undefined;
} & {
  /** The option `title`, which in HTML is a tooltip. */
  heading: TimelineOptions<E>["title"] | undefined;
};

/**
 * `<mizwala-timeline>`: a timeline as an element of the page.
 *
 * @typeParam E - The type of the events.
 */
export type TimelineElement<E extends EventBase = TimelineEvent> = HTMLElement &
  TimelineElementOptions<E> & {
    /** Options all at once. Attributes and single properties go before them. */
    options: OptionChanges<E>;
    /** The timeline, for all that it can do; `undefined` while nothing is drawn. */
    readonly timeline: Timeline<E> | undefined;
  };

/** What the element tells: the messages of the timeline, and what becomes of `src`, each with `mizwala-` before its name. */
export type TimelineElementEvents<E extends EventBase = TimelineEvent> = {
  readonly [Type in keyof TimelineListeners<E> as `mizwala-${Type}`]: CustomEvent<TimelineListeners<E>[Type]>;
} & {
  /** The timeline was drawn for the first time. */
  readonly "mizwala-ready": CustomEvent<{
    /** The same as the property of the element. */
    readonly timeline: Timeline<E>;
  }>;
  /** The file in `src` can't be had or read; what stands in the page stays. */
  readonly "mizwala-error": CustomEvent<{
    /** What went wrong. */
    readonly error: unknown;
  }>;
};

declare global {
  interface HTMLElementTagNameMap {
    "mizwala-timeline": TimelineElement;
  }
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface HTMLElementEventMap extends TimelineElementEvents {}
}

/** Attributes that are not those of an option. */
const OTHERS = ["src", "features", "lang", "dir"] as const;

/** What makes each feature that the attribute `features` can name. */
export type FeatureMakers = Readonly<Record<string, () => TimelineFeature>>;

/** Makes the class of the element for a window. */
export function createElementClass(
  window: Window & typeof globalThis,
  makers: FeatureMakers,
): CustomElementConstructor {
  const attributes = attributeNames();

  class MizwalaTimeline extends window.HTMLElement {
    static readonly observedAttributes: readonly string[] = [...attributes.keys(), ...OTHERS];
    static {
      for (const option of optionNames()) {
        Object.defineProperty(this.prototype, propertyOf(option), {
          configurable: true,
          enumerable: true,
          get(this: MizwalaTimeline) {
            return this.#properties[option] ?? this.#read(option);
          },
          set(this: MizwalaTimeline, value: unknown) {
            this.#properties = { ...this.#properties, [option]: value };
            this.#draw();
          },
        });
      }
    }

    #properties: Record<string, unknown> = {};
    #options: OptionChanges = {};
    #shadow: Shadow | undefined;
    #timeline: Timeline | undefined;
    #drawn: OptionChanges = {};
    #state: TimelineState | undefined;
    /** Read from the page, from `src`, and from the attribute `features`. */
    #base: OptionChanges | undefined;
    #loaded: OptionChanges | undefined;
    #features: readonly TimelineFeature[] = [];
    #loading: AbortController | undefined;
    #isStarted = false;
    #endNaming: (() => void) | undefined;
    readonly #observer = new window.MutationObserver(() => {
      this.#base = undefined;
      this.#draw();
    });
    /** Follows the language and the direction of what is around. */
    readonly #around = new window.MutationObserver((records) => {
      if (records.some(({ target }) => target.contains(this))) this.#draw();
    });

    get options(): OptionChanges {
      return this.#options;
    }
    set options(options: OptionChanges | undefined) {
      this.#options = options ?? {};
      this.#draw();
    }

    get timeline(): Timeline | undefined {
      return this.#timeline;
    }

    connectedCallback(): void {
      if (this.#isStarted) return;
      this.#shadow ??= createShadow(this);
      this.#takeEarlyProperties();
      this.#isStarted = true;
      this.#endNaming = this.#shadow.nameParts();
      this.#observer.observe(this, { childList: true, subtree: true, characterData: true });
      this.#around.observe(this.getRootNode(), { subtree: true, attributeFilter: ["lang", "dir"] });
      this.#load();
      this.#makeFeatures();
      this.#draw();
    }

    /** Empty, so that `moveBefore` moves it without taking it away. */
    connectedMoveCallback(): void {
      return;
    }

    /** Who is moved is away for a moment only. */
    disconnectedCallback(): void {
      window.queueMicrotask(() => {
        if (!this.isConnected) this.#stop();
      });
    }

    adoptedCallback(): void {
      this.#stop();
      this.#shadow = createShadow(this);
    }

    attributeChangedCallback(name: string): void {
      if (!this.#isStarted) return;
      if (name === "src") this.#load();
      if (name === "features") this.#makeFeatures();
      this.#draw();
    }

    #stop(): void {
      this.#isStarted = false;
      this.#observer.disconnect();
      this.#around.disconnect();
      this.#loading?.abort();
      this.#state = this.#timeline?.state;
      this.#timeline?.destroy();
      this.#timeline = undefined;
      this.#endNaming?.();
      this.#base = undefined;
    }

    #draw(): void {
      if (!this.#isStarted) return;
      const options = this.#resolve();
      if (options.events === undefined) return;
      if (this.#timeline) {
        this.#timeline.update(changesBetween(this.#drawn, options));
        this.#drawn = options;
        return;
      }
      const timeline = createTimeline(this.#shadow!.place, options as TimelineOptions);
      this.#timeline = timeline;
      this.#drawn = options;
      if (this.#state) timeline.restore(this.#state);
      for (const type of messageTypes()) {
        timeline.on(type, (message) => {
          this.#tell(type, message);
        });
      }
      this.#tell("ready", { timeline });
    }

    /** What is said by whom, the weakest first. */
    #resolve(): OptionChanges {
      const given = { ...this.#loaded, ...this.#options, ...this.#readAttributes() };
      const own = Object.entries(this.#properties).filter(([, value]) => value !== undefined);
      const said = { ...given, ...(Object.fromEntries(own) as OptionChanges) };
      if (said.events === undefined) this.#base ??= readBaseDocument(this);
      return {
        ...this.#language(said.locale !== undefined),
        renderDetails: this.#slotFor,
        ...(said.events === undefined ? this.#base : {}),
        ...said,
      };
    }

    readonly #slotFor = ({ id }: EventBase): Node | null => this.#shadow!.slotFor(id);

    /** The language of what is around, and its direction, unless that is of another language. */
    #language(isSaid: boolean): OptionChanges {
      const [speaker, turner] = [this.closest("[lang]"), this.closest<HTMLElement>("[dir]")];
      const locale = speaker?.getAttribute("lang") ?? "";
      const direction = !isSaid && (!speaker || speaker.contains(turner)) && turner?.dir;
      return {
        ...(canonicalTag(locale) !== undefined && { locale }),
        ...(direction && { direction: direction as "auto" | "ltr" | "rtl" }),
      };
    }

    #readAttributes(): OptionChanges {
      const dir = this.getAttribute("dir");
      const found: Record<string, unknown> = dir === "ltr" || dir === "rtl" ? { direction: dir } : {};
      for (const option of attributes.values()) {
        const value = this.#read(option);
        if (value !== undefined) found[option] = value;
      }
      if (this.#features.length > 0) found["features"] = this.#features;
      return found;
    }

    readonly #readings = new Map<string, { readonly text: string; readonly value: unknown }>();

    /** The value of an attribute; a wrong one is told once and left out, so that the others count. */
    #read(option: keyof TimelineOptions): unknown {
      const name = [...attributes].find(([, one]) => one === option)?.[0];
      const text = name === undefined ? null : this.getAttribute(name);
      if (text === null) return undefined;
      const before = this.#readings.get(option);
      if (before?.text === text) return before.value;
      let value: unknown;
      try {
        value = readOptionText(option, text);
      } catch (error) {
        capabilitiesOf(window, this).report(error);
      }
      this.#readings.set(option, { text, value });
      return value;
    }

    #load(): void {
      this.#loading?.abort();
      this.#loaded = undefined;
      const src = this.getAttribute("src");
      if (src === null) return;
      const { signal } = (this.#loading = new window.AbortController());
      loadSource(window, src, this.baseURI, signal)
        .then((loaded) => {
          if (signal.aborted) return;
          this.#loaded = loaded;
          this.#draw();
        })
        .catch((error: unknown) => {
          if (signal.aborted) return;
          this.#loaded = undefined;
          this.#tell("error", { error });
        });
    }

    /** The features that the attribute names, with blanks between them; a name that is none is passed over. */
    #makeFeatures(): void {
      const names = new Set(this.getAttribute("features")?.split(/\s+/));
      const known = [...names].filter((name) => Object.hasOwn(makers, name));
      this.#features = known.map((name) => makers[name]!());
    }

    /** What was set before the element was known stands in the way of its own properties. */
    #takeEarlyProperties(): void {
      const early = this as unknown as Record<string, unknown>;
      for (const name of ["options", ...optionNames().map(propertyOf)]) {
        if (!Object.hasOwn(early, name)) continue;
        const value = early[name];
        Reflect.deleteProperty(early, name);
        early[name] = value;
      }
    }

    #tell(type: string, detail: unknown): void {
      this.dispatchEvent(new window.CustomEvent(`mizwala-${type}`, { detail, bubbles: true, composed: true }));
    }
  }

  return MizwalaTimeline;
}
