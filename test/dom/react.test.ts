import { createElement, StrictMode, act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Timeline as TimelineHandle, TimelineEvent } from "../../src/index.js";
import { Timeline, type TimelineComponentProps } from "../../src/react/index.js";
import { EVENTS, preparePage } from "./page.js";

let page: ReturnType<typeof preparePage>;
let root: Root;
let host: HTMLElement;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("main"));
  root = createRoot(host);
});
afterEach(async () => {
  await render(undefined);
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function render(node: ReactNode): Promise<void> {
  await act(async () => {
    root.render(node);
    await Promise.resolve();
  });
  page.nextFrame();
}
const show = (props: TimelineComponentProps): Promise<void> => render(createElement(Timeline<TimelineEvent>, props));
const all = (selector: string): Element[] => [...host.querySelectorAll(selector)];
const titleOf = (): string | null | undefined => host.querySelector(".mizwala-title")?.textContent;

describe("The component for React", () => {
  it("draws its props, and other props into the same timeline", async () => {
    await show({ events: EVENTS, title: "One", className: "wide", id: "t", style: { maxWidth: 900 } });
    const before = host.querySelector(".mizwala");
    expect(all(".mizwala-mark")).toHaveLength(4);
    expect((host.firstElementChild as HTMLElement).outerHTML).toMatch(
      /^<div class="wide" style="max-width: 900px;" id="t">/,
    );
    await show({ events: EVENTS.slice(1), title: "Two", className: "narrow" });
    expect([all(".mizwala-mark").length, titleOf(), host.firstElementChild!.className]).toEqual([3, "Two", "narrow"]);
    await show({ events: EVENTS });
    expect(titleOf()).toBeUndefined();
    expect(host.querySelector(".mizwala")).toBe(before);
  });

  it("asks for no picture where no prop has changed", async () => {
    const props = { events: EVENTS, title: "One" };
    await show(props);
    const before = page.framesAsked();
    await show({ ...props, onSelect: () => undefined });
    expect(page.framesAsked()).toBe(before);
  });

  it("calls the newest handler", async () => {
    const [first, second, ready] = [vi.fn(), vi.fn(), vi.fn<(timeline: TimelineHandle) => void>()];
    await show({ events: EVENTS, onSelect: first, onReady: ready });
    await show({ events: EVENTS, onSelect: second });
    ready.mock.calls[0]![0].select("meeting");
    page.nextFrame();
    expect([first.mock.calls.length, second.mock.calls]).toEqual([0, [[{ event: EVENTS[0] }]]]);
  });

  it("hands the timeline out by its ref, and takes it away with the component", async () => {
    const ref: { current: TimelineHandle | null } = { current: null };
    await show({ events: EVENTS, ref });
    const gone = vi.fn();
    ref.current!.on("destroy", gone);
    await render(undefined);
    expect([ref.current, gone.mock.calls.length, all(".mizwala").length]).toEqual([null, 1, 0]);
  });

  it("has one timeline in Strict Mode, which mounts twice", async () => {
    const ref: { current: TimelineHandle | null } = { current: null };
    await render(
      createElement(StrictMode, null, createElement(Timeline<TimelineEvent>, { events: EVENTS, title: "One", ref })),
    );
    expect([all(".mizwala").length, titleOf()]).toEqual([1, "One"]);
    ref.current!.update({ title: "Two" });
    page.nextFrame();
    expect(titleOf()).toBe("Two");
    await render(
      createElement(StrictMode, null, createElement(Timeline<TimelineEvent>, { events: EVENTS, title: "Three" })),
    );
    expect([all(".mizwala").length, titleOf()]).toEqual([1, "Three"]);
  });

  it("is an empty element on a server, or what a server drew", () => {
    expect(renderToString(createElement(Timeline<TimelineEvent>, { events: EVENTS, className: "wide" }))).toBe(
      '<div class="wide"></div>',
    );
    expect(renderToString(createElement(Timeline<TimelineEvent>, { events: EVENTS, html: "<ol></ol>" }))).toBe(
      "<div><ol></ol></div>",
    );
  });
});
