import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConsumer, type Consumer } from "../support/consumer.js";

const TSC = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

/** Uses every door of the package, with its types. */
const USE = `
import { createTimeline, diagnose, type TimelineEvent, type TimelineOptions } from "mizwala";
import { defineTimelineElement, type TimelineElement } from "mizwala/element";
import { embedSnippet, followFrames } from "mizwala/embed";
import { search } from "mizwala/features";
import { Timeline as ReactTimeline } from "mizwala/react";
import { timeline } from "mizwala/svelte";
import { renderToHTML, renderToSVG } from "mizwala/svg";
import { parseEDTF } from "mizwala/time";
import { Timeline as VueTimeline } from "mizwala/vue";

const events: TimelineEvent[] = [{ date: "2020-07-09", title: "An event" }];
const options: TimelineOptions = { events, features: [search()] };
export const texts: string[] = [renderToSVG(options), renderToHTML(options), embedSnippet({ src: "a", title: "b" })];
export const faults: number = diagnose(options).length;
export const isDate: boolean = parseEDTF("2020").ok;
export const draw = (host: HTMLElement): void => {
  createTimeline(host, options).on("select", ({ event }) => event?.title);
  timeline(host, { events, onSelect: ({ event }) => event?.title }).destroy();
  defineTimelineElement();
  const element: TimelineElement = document.createElement("mizwala-timeline");
  element.heading = "One";
  element.addEventListener("mizwala-select", ({ detail }) => detail.event?.title);
  followFrames()();
};
export const components = [ReactTimeline, VueTimeline];
// @ts-expect-error there is no such layout
export const wrong: TimelineOptions = { events, layout: "circle" };
`;
const JSX = `
import { useRef } from "react";
import type { Timeline as Handle, TimelineEvent } from "mizwala";
import { Timeline } from "mizwala/react";
const events: TimelineEvent[] = [];
export function Page() {
  const ref = useRef<Handle>(null);
  return <Timeline ref={ref} events={events} className="wide" onSelect={({ event }) => event?.title} />;
}
// @ts-expect-error there is no such layout
export const wrong = <Timeline events={events} layout="circle" />;
`;

let consumer: Consumer;
beforeAll(() => {
  consumer = createConsumer({
    "use.ts": USE,
    "page.tsx": JSX,
    "required.cjs": `const { renderToHTML } = require("mizwala/svg");
      const { Timeline } = require("mizwala/react");
      console.log(renderToHTML({ events: [{ date: "2020", title: "x" }] }).slice(0, 8), typeof Timeline);`,
    "imported.js": `import { renderToHTML } from "mizwala/svg";
      import { createTimeline } from "mizwala";
      import { defineTimelineElement } from "mizwala/element";
      defineTimelineElement();
      console.log(renderToHTML({ events: [{ date: "2020", title: "x" }] }).slice(0, 8), typeof createTimeline);`,
    "events.json": JSON.stringify({ title: "One", events: [{ date: "2020", title: "x" }] }),
  });
});
afterAll(() => {
  consumer.remove();
});

describe("The packed package in an empty folder", () => {
  it("is required and imported by Node", () => {
    expect(consumer.node("required.cjs")).toBe("<section object\n");
    expect(consumer.node("imported.js")).toBe("<section function\n");
  });

  it.each([
    ["node16", "node16"],
    ["bundler", "esnext"],
  ])("has its types under moduleResolution %s", (moduleResolution, module) => {
    const flags = [
      "--noEmit",
      "--strict",
      "--jsx",
      "react-jsx",
      "--target",
      "es2022",
      "--skipLibCheck",
      "--types",
      "react",
    ];
    const words = [TSC, ...flags, "--module", module, "--moduleResolution", moduleResolution, "use.ts", "page.tsx"];
    expect(consumer.node(...words)).toBe("");
  });

  it("has its command, with all that it needs for a page", () => {
    const page = consumer.node("node_modules/mizwala/dist/cli/main.js", "page", "events.json");
    expect(page).toMatch(/^<!doctype html>[^]*<h1[^]*mizwala\.startPage/);
  });
});
