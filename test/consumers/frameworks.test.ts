import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createConsumer, type Consumer } from "../support/consumer.js";
import type { Driver } from "../support/driver.js";
import { engines } from "../support/engines.js";

const VITE = ["vite@8", "typescript@6.0.3"];
const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>consumer</title>
<div id="app"><!--app--></div><script type="module" src="/main.FILE"></script></html>`;
const EVENTS = `[{ id: "one", date: "2020-07-08", title: "One" }, { id: "two", date: "2020-07-09", title: "Two" }]`;

const APP = `import { useState } from "react";
import { Timeline } from "mizwala/react";
import type { TimelineEvent } from "mizwala";
const events: TimelineEvent[] = ${EVENTS};
export function App({ html }: { html?: string }) {
  const [title, setTitle] = useState("First");
  const [chosen, choose] = useState("");
  return <>
    <button id="change" onClick={() => setTitle("Second")}>change</button><output>{chosen}</output>
    <Timeline title={title} events={events} html={html} onSelect={({ event }) => choose(event?.id ?? "")} />
  </>;
}`;
const REACT = {
  "index.html": HTML.replace("FILE", "tsx"),
  "app.tsx": APP,
  "main.tsx": `import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
createRoot(document.getElementById("app")!).render(<StrictMode><App /></StrictMode>);`,
  "tsconfig.json": `{ "compilerOptions": { "strict": true, "jsx": "react-jsx", "module": "esnext", "target": "es2022",
    "moduleResolution": "bundler", "noEmit": true, "types": [] } }`,
};
/** The same from a server: its page holds the picture, and the browser takes it over. */
const SERVED = {
  ...REACT,
  "main.tsx": `import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import "mizwala/style.css";
import { App } from "./app.js";
const html = document.querySelector(".mizwala")!.outerHTML;
Object.assign(window, { sent: [...document.querySelectorAll(".mizwala-list *, .mizwala-mark")] });
hydrateRoot(document.getElementById("app")!, <StrictMode><App html={html} /></StrictMode>, {
  onRecoverableError: (error) => console.error(error),
});`,
  "server.tsx": `import { renderToString } from "react-dom/server";
import { renderToHTML } from "mizwala/svg";
import { App } from "./app.js";
export const page = renderToString(<App html={renderToHTML({ title: "First", events: ${EVENTS}, width: 1000 })} />);`,
  "write.js": `import { readFileSync, writeFileSync } from "node:fs";
import { page } from "./server/server.js";
writeFileSync("dist/index.html", readFileSync("dist/index.html", "utf8").replace("<!--app-->", page));`,
};
const VUE = {
  "index.html": HTML.replace("FILE", "js"),
  "vite.config.js": `import vue from "@vitejs/plugin-vue"; export default { plugins: [vue()] };`,
  "main.js": `import { createApp } from "vue"; import App from "./App.vue"; createApp(App).mount("#app");`,
  "App.vue": `<script setup lang="ts">
import { ref } from "vue";
import { Timeline } from "mizwala/vue";
const title = ref("First"), chosen = ref(""), events = ref(${EVENTS});
</script>
<template>
  <button id="change" @click="title = 'Second'">change</button><output>{{ chosen }}</output>
  <Timeline :title="title" :events="events" @select="({ event }) => (chosen = event?.id ?? '')" />
</template>`,
};
const SVELTE = {
  "index.html": HTML.replace("FILE", "js"),
  "vite.config.js": `import { svelte } from "@sveltejs/vite-plugin-svelte"; export default { plugins: [svelte()] };`,
  "main.js": `import { mount } from "svelte"; import App from "./App.svelte"; mount(App, { target: document.getElementById("app") });`,
  "App.svelte": `<script>
  import { timeline } from "mizwala/svelte";
  let title = $state("First"), chosen = $state("");
  const events = ${EVENTS};
</script>
<button id="change" onclick={() => (title = "Second")}>change</button><output>{chosen}</output>
<div use:timeline={{ title, events, onSelect: ({ event }) => (chosen = event?.id ?? "") }}></div>`,
};
const ASTRO = {
  "src/pages/index.astro": `---
import { renderToHTML } from "mizwala/svg";
import "mizwala/style.css";
const html = renderToHTML({ title: "First", events: ${EVENTS}, width: 1000 });
---
<html lang="en"><meta charset="utf-8"><title>consumer</title>
<button id="change">change</button><output></output><main id="app" set:html={html} />
<script>
  import { createTimeline } from "mizwala";
  Object.assign(window, { sent: [...document.querySelectorAll(".mizwala-list *, .mizwala-mark")] });
  const timeline = createTimeline(document.querySelector("#app")!, { title: "First", events: ${EVENTS} });
  timeline.on("select", ({ event }) => (document.querySelector("output")!.textContent = event?.id ?? ""));
  document.querySelector("#change")!.addEventListener("click", () => timeline.update({ title: "Second" }));
</script>`,
};
const SOLID = {
  "index.html": HTML.replace("FILE", "js"),
  "main.js": `import { createSignal, createEffect } from "solid-js";
import html from "solid-js/html";
import { render } from "solid-js/web";
import { defineTimelineElement } from "mizwala/element";
defineTimelineElement();
const [title, setTitle] = createSignal("First");
const [chosen, choose] = createSignal("");
const events = ${EVENTS};
render(() => html\`<button id="change" onClick=\${() => setTitle("Second")}>change</button><output>\${chosen}</output>
  <mizwala-timeline prop:options=\${() => ({ title: title(), events })}
    on:mizwala-select=\${({ detail }) => choose(detail.event?.id ?? "")}></mizwala-timeline>\`, document.getElementById("app"));`,
};
const BUILD: readonly (readonly string[])[] = [["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"]];
const CHECK = ["node_modules/typescript/bin/tsc", "-p", "."];

const CONSUMERS: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  packages: readonly string[],
  steps: readonly (readonly string[])[],
])[] = [
  [
    "Vite and React 19",
    REACT,
    [...VITE, "react@19", "react-dom@19", "@types/react@19", "@types/react-dom@19"],
    [CHECK, ...BUILD],
  ],
  [
    "Vite and React 18",
    REACT,
    [...VITE, "react@18", "react-dom@18", "@types/react@18", "@types/react-dom@18"],
    [CHECK, ...BUILD],
  ],
  [
    "React 19 from a server",
    SERVED,
    [...VITE, "react@19", "react-dom@19"],
    [...BUILD, [...BUILD[0]!, "--ssr", "server.tsx", "--outDir", "server"], ["write.js"]],
  ],
  ["Vite and Vue 3", VUE, [...VITE, "vue@3", "@vitejs/plugin-vue@6"], BUILD],
  ["Vite and Svelte 5", SVELTE, [...VITE, "svelte@5", "@sveltejs/vite-plugin-svelte@7"], BUILD],
  ["Astro, from a server", ASTRO, ["astro@5"], [["node_modules/astro/astro.js", "build", "--silent"]]],
  ["Vite and Solid", SOLID, [...VITE, "solid-js@1"], BUILD],
];

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

function serveFolder(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname === "/" ? "/index.html" : pathname;
    readFile(join(folder, path)).then(
      (content) => response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain" }).end(content),
      () => response.writeHead(204).end(),
    );
  });
  return new Promise((done) =>
    server.listen(0, "127.0.0.1", () => {
      done(server);
    }),
  );
}

let browser: Driver;
beforeAll(async () => {
  browser = await engines.chromium({ width: 1000, height: 700 });
});
afterAll(() => browser.close());

describe("A project that installs the package", () => {
  let consumer: Consumer | undefined;
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
    consumer?.remove();
    server = consumer = undefined;
  });

  it.each(CONSUMERS)("builds and draws: %s", async (name, files, packages, steps) => {
    consumer = createConsumer(files, packages);
    for (const step of steps) consumer.node(...step);
    server = await serveFolder(join(consumer.folder, "dist"));
    await browser.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const root = `(document.querySelector("mizwala-timeline")?.shadowRoot ?? document)`;
    const title = `${root}.querySelector(".mizwala-title")?.textContent`;
    await expect.poll(() => browser.run(`${root}.querySelectorAll(".mizwala-labels .mizwala-label").length`)).toBe(2);
    if (name.includes("server"))
      expect(await browser.run("[sent.length > 5, sent.filter((element) => !element.isConnected).length]")).toEqual([
        true,
        0,
      ]);
    await browser.run(`void (window.before = ${root}.querySelector(".mizwala"))`);
    await browser.click("#change");
    await expect.poll(() => browser.run(title)).toBe("Second");
    await browser.run(`${root}.querySelector('.mizwala-event[data-event="two"]').click()`);
    await expect.poll(() => browser.run(`document.querySelector("output").textContent`)).toBe("two");
    expect(await browser.run(`before.isConnected && ${root}.querySelectorAll(".mizwala").length === 1`)).toBe(true);
    expect(await browser.problems()).toEqual([]);
  });
});
