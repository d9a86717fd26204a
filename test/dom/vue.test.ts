import { createApp, createSSRApp, h, nextTick, reactive, ref, shallowRef, type App, type Component } from "vue";
import { renderToString } from "vue/server-renderer";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Timeline as TimelineHandle } from "../../src/index.js";
import { Timeline, type TimelineInstance } from "../../src/vue/index.js";
import { EVENTS, preparePage } from "./page.js";

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let app: App | undefined;

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("main"));
});
afterEach(() => {
  app?.unmount();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const mount = (render: () => ReturnType<typeof h>): void => {
  app = createApp({ render });
  app.mount(host);
};
const settle = async (): Promise<void> => {
  await nextTick();
  page.nextFrame();
};
const all = (selector: string): Element[] => [...host.querySelectorAll(selector)];
const component = Timeline as unknown as Component;

describe("The component for Vue", () => {
  it("draws its props, and other props into the same timeline", async () => {
    const title = ref<string | undefined>("One");
    mount(() => h(component, { events: EVENTS, title: title.value, hash: "", class: "wide" }));
    const before = host.querySelector(".mizwala");
    expect(all(".mizwala-mark")).toHaveLength(4);
    expect(host.firstElementChild!.className).toBe("wide");
    title.value = "Two";
    await settle();
    expect(host.querySelector(".mizwala-title")?.textContent).toBe("Two");
    title.value = undefined;
    await settle();
    expect(all(".mizwala-title")).toHaveLength(0);
    expect(host.querySelector(".mizwala")).toBe(before);
  });

  it("follows an array that is changed in place", async () => {
    const events = reactive([...EVENTS]);
    mount(() => h(component, { events }));
    events.push({ date: "2020-07-10", title: "Afterwards" });
    await settle();
    expect(all(".mizwala-list > li")).toHaveLength(5);
    events.splice(0, 3);
    await settle();
    expect(all(".mizwala-list > li")).toHaveLength(2);
  });

  it("emits what the timeline tells, with the author's own objects", async () => {
    const [onSelect, onReady] = [vi.fn(), vi.fn<(timeline: TimelineHandle) => void>()];
    mount(() => h(component, { events: reactive([...EVENTS]), onSelect, onReady }));
    onReady.mock.calls[0]![0].select("meeting");
    await settle();
    expect((onSelect.mock.calls[0]![0] as { event: unknown }).event).toBe(EVENTS[0]);
  });

  it("hands the timeline out by its template ref, and takes it away with the component", async () => {
    const instance = shallowRef<TimelineInstance>();
    const isThere = ref(true);
    mount(() => h("div", isThere.value ? [h(component, { events: EVENTS, ref: instance })] : []));
    const gone = vi.fn();
    instance.value!.timeline!.on("destroy", gone);
    isThere.value = false;
    await settle();
    expect([gone.mock.calls.length, all(".mizwala").length]).toEqual([1, 0]);
  });

  it("is an empty element on a server, or what a server drew", async () => {
    const render = (props: object): Promise<string> =>
      renderToString(createSSRApp({ render: () => h(component, { events: EVENTS, ...props }) }));
    expect(await render({})).toBe("<div></div>");
    expect(await render({ html: "<ol></ol>" })).toBe("<div><ol></ol></div>");
  });
});
