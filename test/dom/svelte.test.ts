import { compile } from "svelte/compiler";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Timeline } from "../../src/index.js";
import { timeline, type TimelineProps } from "../../src/svelte/index.js";
import { EVENTS, preparePage } from "./page.js";

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("main"));
});
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});
const title = (): string | null | undefined => host.querySelector(".mizwala-title")?.textContent;

describe("The action for Svelte", () => {
  it("draws its options, and others into the same timeline, until its element goes", () => {
    const props: TimelineProps = { events: EVENTS, title: "One", subtitle: "sub" };
    const action = timeline(host, props);
    const before = host.querySelector(".mizwala");
    expect([title(), host.querySelectorAll(".mizwala-mark").length]).toEqual(["One", 4]);
    action.update({ events: EVENTS, title: "Two" });
    page.nextFrame();
    expect([title(), host.querySelector(".mizwala-subtitle")]).toEqual(["Two", null]);
    expect(host.querySelector(".mizwala")).toBe(before);
    action.destroy();
    expect(host.children).toHaveLength(0);
  });

  it("hands the timeline out, and calls the newest listener", () => {
    const [first, second, ready] = [vi.fn(), vi.fn(), vi.fn<(timeline: Timeline) => void>()];
    const action = timeline(host, { events: EVENTS, onSelect: first, onReady: ready });
    action.update({ events: EVENTS, onSelect: second });
    ready.mock.calls[0]![0].select("meeting");
    page.nextFrame();
    expect([first.mock.calls.length, second.mock.calls]).toEqual([0, [[{ event: EVENTS[0] }]]]);
    action.destroy();
  });

  it("leaves the page of a server alone", () => {
    const source = `<script>import { timeline } from "mizwala/svelte";</script><div use:timeline={{ events: [] }}></div>`;
    const { code } = compile(source, { generate: "server" }).js;
    expect(code).toContain("<div></div>");
    expect(code).not.toContain("timeline(");
  });
});
