"use client";
import {
  createElement,
  forwardRef,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type CSSProperties,
  type ForwardedRef,
  type ReactElement,
  type Ref,
} from "react";
import { bindTimeline, type Binding, type TimelineProps } from "../component/binding.js";
import type { Timeline as TimelineHandle } from "../component/handle.js";
import type { EventBase, TimelineEvent } from "../model/input.js";

/**
 * The options of the timeline, what listens to it (`onSelect` and so on), and how the element around it is.
 *
 * @typeParam E - The type of the events.
 */
export type TimelineComponentProps<E extends EventBase = TimelineEvent> = TimelineProps<E> & {
  /** Class of the element around the timeline. */
  readonly className?: string | undefined;
  /** Style of that element. */
  readonly style?: CSSProperties | undefined;
  /** Id of that element. */
  readonly id?: string | undefined;
  /** What `renderToHTML` made of the same options, for the page that a server sends; the browser takes it over. */
  readonly html?: string | undefined;
  /** Gets the timeline, for all that it can do. */
  readonly ref?: Ref<TimelineHandle<E>> | undefined;
};

const render = (
  { className, style, id, html, ...props }: Omit<TimelineComponentProps, "ref">,
  ref: ForwardedRef<TimelineHandle>,
): ReactElement => {
  const latest = useRef<TimelineProps>(props);
  const binding = useRef<Binding<TimelineEvent>>(undefined);
  // React would write another text over what the timeline has made of the first one.
  const [sent] = useState(html);

  // The timeline lives as long as its element is in the page: a ref follows that in every mode, and not on a server.
  const attach = useCallback((host: HTMLDivElement | null) => {
    binding.current?.timeline.destroy();
    binding.current = host ? bindTimeline(host, latest.current) : undefined;
  }, []);
  useImperativeHandle(ref, () => binding.current!.timeline, []);
  useEffect(() => {
    latest.current = props;
    binding.current?.update(props);
  });

  const inside = sent === undefined ? {} : { dangerouslySetInnerHTML: { __html: sent } };
  return createElement("div", { className, style, id, ref: attach, suppressHydrationWarning: true, ...inside });
};

/**
 * A timeline as a component of React, 18 or newer. It is drawn once; other props change it.
 *
 * @example
 * ```tsx
 * <Timeline title="From Astana to Damascus" events={events} onSelect={({ event }) => setChosen(event)} />
 * ```
 *
 * @param props - Options and listeners; see {@link TimelineComponentProps}.
 */
export const Timeline: <E extends EventBase = TimelineEvent>(props: TimelineComponentProps<E>) => ReactElement =
  /* @__PURE__ */ forwardRef(render) as never;
