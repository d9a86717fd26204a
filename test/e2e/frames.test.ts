import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../support/bundle.js";
import type { Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { PICTURE_OF } from "../support/picture-of.js";
import { serve, type TestServer } from "../support/server.js";
import { summit } from "./example.js";

const JS = { "content-type": "text/javascript; charset=utf-8" };
const frame = (src: string, attributes = 'sandbox="allow-scripts"'): string =>
  `<iframe data-mizwala src="${src}" title="frame" width="600" height="300" ${attributes}></iframe>`;
const around = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>around</title><script src="/embed.js"></script>${body}`;

/** A page that says what it is told to say. */
const PARROT = `<!doctype html><title>parrot</title><script>
  addEventListener("message", ({ data }) => { if (data && data.say !== undefined) parent.postMessage(data.say, "*"); });
</script>`;
/** A page that is as high as its address says. */
const TALL = `<!doctype html><title>tall</title><style>body { margin: 0; }</style><div id="box"></div>
<script src="/tell.js"></script><script>
  const grow = () => document.getElementById("box").style.height = location.hash.slice(1) + "px";
  grow(); addEventListener("hashchange", grow); frames.tell = mizwala.tellHeight();
</script>`;

/** A page with a timeline of all features that says to the page around it, and keeps, what it shows, and what it asked of storage. */
const SHOWN = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>shown</title>
<style>html { overflow-y: scroll; } body { margin: 0; }</style><main id="host"></main><script>
  window.asked = [];
  const watch = (owner, name) => Object.defineProperty(owner, name, {
    get() { asked.push(name); throw new DOMException("denied", "SecurityError"); },
    set() { asked.push(name); throw new DOMException("denied", "SecurityError"); },
  });
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) watch(window, name);
  watch(Document.prototype, "cookie");
  for (const name of ["storage", "sendBeacon"]) watch(Navigator.prototype, name);
</script><script src="/library.js"></script><script>${PICTURE_OF}
  (async () => {
    const { search, overview, brush, story, editing, table, download } = mizwala;
    const features = [search(), overview(), brush(), editing(), table(), download(), story({ chapters: [{ title: "One", text: "One", focus: "agreement" }] })];
    const host = document.getElementById("host");
    const timeline = mizwala.createTimeline(host, { ...SUMMIT, features, hash: true });
    features[0].set({ text: "a" });
    features[0].clear();
    features[4].open();
    timeline.select("agreement");
    document.querySelector("[data-control=zoomIn]").click();
    document.querySelector("[data-control=fit]").click();
    const svg = features[5].svg();
    document.activeElement.blur();
    for (let i = 0; i < 20; i++) await settled();
    const labels = [...document.querySelectorAll(".mizwala-label")].map(({ textContent }) => textContent);
    window.shown = { picture: pictureOf(host), labels, svg: svg.length > 1000, asked, origin: self.origin };
    if (parent !== window) parent.postMessage(window.shown, "*");
  })();
</script>`.replace("SUMMIT", JSON.stringify(summit).replaceAll("<", "\\u003c"));

interface Shown {
  readonly picture: string;
  readonly labels: readonly string[];
  readonly svg: boolean;
  readonly asked: readonly string[];
  readonly origin: string;
}

let site: TestServer;
let other: TestServer;
beforeAll(async () => {
  const script = { html: await bundle("src/embed-script.ts"), headers: JS };
  const tell = { html: await bundle("src/embed/tell-height.ts"), headers: JS };
  const embed = await readFile(new URL("../../examples/embed.html", import.meta.url), "utf8");
  other = await serve({ "/parrot": PARROT, "/shown": SHOWN, "/library.js": { html: await bundle(), headers: JS } });
  site = await serve({
    ...{ "/embed.js": script, "/tell.js": tell, "/parrot": PARROT, "/tall": TALL, "/embed": embed },
    "/parrots": around(
      `${frame("/parrot")}${frame("/parrot", 'id="same"')}${frame(`${other.url}/parrot`, 'id="other"')}`,
    ),
    "/sandboxed": around(frame("/tall#777")),
    "/lazy": around(`<div style="height: 6000px"></div>${frame("/tall#555", 'loading="lazy"')}`),
    "/late": `<!doctype html><meta charset="utf-8"><title>late</title>${frame("/tall#666", "")}`,
    "/huge": around(frame("/tall#20000", "")),
    "/framed": `<!doctype html><meta charset="utf-8"><title>framed</title><style>body { margin: 0; } iframe { display: block; border: 0; }</style>
      <script>addEventListener("message", ({ data, origin }) => { window.shown = { ...data, from: origin }; });</script>
      <iframe src="${other.url}/shown" title="frame" width="800" height="900" sandbox="allow-scripts"></iframe>`,
    "/timeline": around(frame("/embed?locale=en&theme=light&select=agreement", 'sandbox="allow-scripts"')),
  });
});
afterAll(async () => {
  await Promise.all([site.close(), other.close()]);
});

describe.each(ENGINES)("The page around a frame, in %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 700 });
  });
  afterAll(() => browser.close());
  const height = (selector = "iframe"): Promise<number> =>
    browser.run(`document.querySelector(${JSON.stringify(selector)}).offsetHeight`);

  it("gives a sandboxed frame the height of its page, now and when that changes", async () => {
    await browser.goto(`${site.url}/sandboxed`);
    await expect.poll(() => height()).toBeGreaterThanOrEqual(777);
    await browser.run(`void (document.querySelector("iframe").src = "/tall#432")`);
    await expect.poll(() => height()).toBeLessThan(460);
  });

  it("asks frames that were there before it", async () => {
    await browser.goto(`${site.url}/late`);
    await expect.poll(() => browser.run(`Boolean(frames[0].tell)`)).toBe(true);
    expect(await height()).toBeLessThan(310);
    await browser.run(
      `void document.head.append(Object.assign(document.createElement("script"), { src: "/embed.js" }))`,
    );
    await expect.poll(() => height()).toBeGreaterThanOrEqual(666);
  });

  it("gives no frame more than 8000 pixels", async () => {
    await browser.goto(`${site.url}/huge`);
    await expect.poll(() => height()).toBeGreaterThan(7990);
    expect(await height()).toBeLessThan(8010);
  });

  it("leaves a lazy frame at its height until the reader comes near", async () => {
    await browser.goto(`${site.url}/lazy`);
    await browser.settle();
    expect(await height()).toBeLessThan(310);
    await browser.run(`document.querySelector("iframe").scrollIntoView()`);
    await expect.poll(() => height()).toBeGreaterThanOrEqual(555);
  });

  /** Messages that a hostile page may send; each from the first frame, which has no origin, unless it says where from. */
  const HOSTILE: readonly (readonly [what: string, act: string])[] = [
    ["of another origin than its address", `elsewhere("#same", "OTHER/parrot", { mizwala: "height", height: 900 })`],
    ["of no origin from a frame that has one", `strip("#same", { mizwala: "height", height: 900 })`],
    ["from the page itself, of the right origin", `postMessage({ mizwala: "height", height: 900 }, "*")`],
    ["with more fields", `say({ mizwala: "height", height: 900, html: "<b>" })`],
    ["with a huge number", `say({ mizwala: "height", height: 1e9 })`],
    ["with a text for a number", `say({ mizwala: "height", height: "900px" })`],
    ["that is a text", `say('{"mizwala":"height","height":900}')`],
    ["with no sound number", `for (const height of [NaN, Infinity, -900, 0]) say({ mizwala: "height", height })`],
    [
      "of others",
      `for (const data of [null, 900, [900], { height: 900 }, { mizwala: "size", height: 900 }]) say(data)`,
    ],
  ];
  const HELP = `
    const first = document.querySelector("iframe");
    const say = (data, frame = first) => frame.contentWindow.postMessage({ say: data }, "*");
    const loaded = (frame) => new Promise((done) => frame.addEventListener("load", done, { once: true }));
    const elsewhere = async (selector, address, data) => {
      const frame = document.querySelector(selector);
      const load = loaded(frame);
      frame.contentWindow.location = address;
      await load;
      say(data, frame);
    };
    const strip = async (selector, data) => {
      const frame = document.querySelector(selector);
      frame.sandbox = "allow-scripts";
      const load = loaded(frame);
      frame.src = frame.src;
      await load;
      frame.removeAttribute("sandbox");
      say(data, frame);
    };`;

  it.each(HOSTILE)("passes over a message %s", async (_what, act) => {
    await browser.goto(`${site.url}/parrots`);
    await browser.run(`(async () => {
      window.heard = 0;
      addEventListener("message", () => heard++);
      ${HELP}
      await ${act.startsWith("for") ? `(async () => { ${act} })()` : act.replace("OTHER", other.url)};
    })()`);
    await expect.poll(() => browser.run<number>("heard")).toBeGreaterThan(0);
    await browser.settle();
    const heights = await browser.run<number[]>(
      `[...document.querySelectorAll("iframe")].map((frame) => frame.offsetHeight)`,
    );
    expect(heights.filter((one) => one > 310)).toEqual([]);
  });

  it("takes the same message where it is honest", async () => {
    await browser.goto(`${site.url}/parrots`);
    await browser.run(`(() => { ${HELP}
      for (const frame of document.querySelectorAll("iframe")) say({ mizwala: "height", height: 900 }, frame);
    })()`);
    await expect.poll(() => height()).toBeGreaterThanOrEqual(900);
    await expect.poll(() => height("#same")).toBeGreaterThanOrEqual(900);
    await expect.poll(() => height("#other")).toBeGreaterThanOrEqual(900);
  });
});

describe.each(ENGINES)("A frame of another site that may do nothing but run scripts, in %s,", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 800, height: 900, hasReducedMotion: true });
  });
  afterAll(() => browser.close());
  const look = async (url: string): Promise<Shown> => {
    await browser.goto(url);
    await expect.poll(() => browser.run("Boolean(window.shown)")).toBe(true);
    return browser.run<Shown>("window.shown");
  };

  it("R32, S42, S43: shows the same picture as a page of its own, and asks for no storage", async () => {
    const alone = await look(`${other.url}/shown`);
    const asks = ["localStorage", "sessionStorage", "indexedDB", "document.cookie"];
    const ask = `${JSON.stringify(asks)}.forEach((what) => { try { eval(what); } catch {} }), window.asked`;
    expect(await browser.run(ask)).toEqual(["localStorage", "sessionStorage", "indexedDB", "cookie"]);
    const framed = await look(`${site.url}/framed`);
    expect([framed.origin, alone.origin]).toEqual(["null", other.url]);
    expect(alone.labels.length).toBeGreaterThan(3);
    expect(framed.labels).toEqual(alone.labels);
    expect(framed.picture.split("\n")).toEqual(alone.picture.split("\n"));
    for (const { asked, svg } of [alone, framed]) expect([asked, svg]).toEqual([[], true]);
    expect(await browser.problems()).toEqual([]);
  });
});

/** The driver of WebKit puts a script of its own into pages, which the policy of this one refuses. */
describe.each(["chromium", "firefox"] as const)("The page to embed, in %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 700 });
  });
  afterAll(() => browser.close());

  it("draws what its address asks for in a frame that may do nothing but run scripts, and has its height", async () => {
    await browser.goto(`${site.url}/timeline`);
    await expect.poll(() => browser.run<number>(`document.querySelector("iframe").offsetHeight`)).toBeGreaterThan(400);
  });

  it.each([
    ["?locale=en&layout=list&theme=dark", { lang: "en", layout: "list", theme: "dark" }],
    ["?locale=en#locale=fa", { lang: "fa", layout: "flags", theme: undefined }],
    ["?locale=%3Cb%3E&layout=circle&theme=url(x)&title=mine", { lang: "ar-SY", layout: "flags", theme: undefined }],
    ["?src=//127.0.0.1:1/x.json", { lang: "ar-SY", layout: "flags", theme: undefined }],
    ["?src=/examples/deep-time.json&locale=en", { lang: "en", title: "deep" }],
  ])("obeys its address where that is sound: %s", async (query, wanted) => {
    await browser.goto(`${site.url}/embed${query}`);
    await expect
      .poll(() => browser.run(`document.querySelectorAll("main > .mizwala .mizwala-mark").length`))
      .toBeGreaterThan(3);
    const found = await browser.run<Record<string, string>>(`(() => {
      const root = document.querySelector(".mizwala");
      return { lang: root.lang, layout: root.dataset.layout, theme: root.dataset.theme, title: document.querySelector("h1").textContent };
    })()`);
    if ("title" in wanted) expect(found["title"]).not.toBe("من أستانا إلى دمشق");
    else expect(found).toMatchObject({ ...wanted, title: expect.stringMatching(/دمشق|Damascus/) as string });
  });
});
