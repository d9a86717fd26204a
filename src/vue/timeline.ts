import { computed, defineComponent, h, isReactive, onBeforeUnmount, onMounted, shallowRef, toRaw, watch } from "vue";
import type { AllowedComponentProps, VNodeProps } from "vue";
import { bindTimeline, handlerName, type Binding, type TimelineProps } from "../component/binding.js";
import { messageTypes } from "../component/listeners.js";
import type { Timeline as TimelineHandle } from "../component/handle.js";
import type { EventBase, TimelineEvent } from "../model/input.js";
import { DEFAULTS, optionNames } from "../model/options.js";

/**
 * The options of the timeline, and what listens to it.
 *
 * @typeParam E - The type of the events.
 */
export type TimelineComponentProps<E extends EventBase = TimelineEvent> = TimelineProps<E> & {
  /** What `renderToHTML` made of the same options, for the page that a server sends; the browser takes it over. */
  readonly html?: string | undefined;
};

/** The component, for any type of events. */
export interface TimelineComponent {
  /** Vue makes it. */
  // eslint-disable-next-line @typescript-eslint/prefer-function-type
  new <E extends EventBase = TimelineEvent>(): TimelineInstance<E>;
}

/** What a template ref to the component gets. */
export interface TimelineInstance<E extends EventBase = TimelineEvent> {
  /**
   * For the type checker of templates.
   *
   * @hidden
   */
  readonly $props: TimelineComponentProps<E> & VNodeProps & AllowedComponentProps;
  /** The timeline, for all that it can do; `undefined` while it is not in the page. */
  readonly timeline: TimelineHandle<E> | undefined;
}

/**
 * A timeline as a component of Vue 3. It is drawn once; other props change it.
 *
 * @example
 * ```vue
 * <Timeline title="From Astana to Damascus" :events="events" @select="({ event }) => (chosen = event)" />
 * ```
 */
export const Timeline: TimelineComponent = /* @__PURE__ */ defineComponent({
  name: "MizwalaTimeline",
  props: [...optionNames(), "html"],
  emits: ["ready", ...messageTypes()],
  setup(props: Readonly<Record<string, unknown>>, { emit, expose }) {
    const host = shallowRef<HTMLElement>();
    let binding: Binding<EventBase> | undefined;
    // An array that is changed in place is another one for the timeline.
    const events = computed(() => plain(props["events"]));
    const handlers = Object.fromEntries(
      (["ready", ...messageTypes()] as const).map((type) => [
        handlerName(type),
        (message: unknown) => {
          emit(type, message);
        },
      ]),
    );
    const options = (): TimelineProps<EventBase> => {
      const given = optionNames().map((name) => [name, valueOf(name, props[name])] as const);
      return { ...Object.fromEntries(given), events: events.value, ...handlers };
    };
    onMounted(() => {
      binding = bindTimeline(host.value!, options());
    });
    watch(options, (next) => binding?.update(next), { flush: "post" });
    onBeforeUnmount(() => {
      binding?.timeline.destroy();
      binding = undefined;
    });
    expose({
      get timeline() {
        return binding?.timeline;
      },
    });
    const { html } = props;
    const inside = html === undefined ? {} : { innerHTML: html };
    return () => h("div", { ref: host, ...inside });
  },
}) as never;

/** A prop without a value, as in `<Timeline hash />`, is on. */
function valueOf(name: string, value: unknown): unknown {
  const isFlag = typeof (DEFAULTS as Readonly<Record<string, unknown>>)[name] === "boolean";
  return value === "" && isFlag ? true : toRaw(value);
}

function plain(events: unknown): readonly EventBase[] | undefined {
  const raw =
    isReactive(events) && Array.isArray(events) ? events.map((event: unknown) => toRaw(event)) : toRaw(events);
  return raw as readonly EventBase[] | undefined;
}
