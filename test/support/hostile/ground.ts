import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { bundle } from "../bundle.js";
import type { ChromiumDriver } from "../driver.js";
import { engines } from "../engines.js";
import { runs } from "../full.js";
import { serve, type TestPage } from "../server.js";
import { hostileTexts, isMeaning, ownTexts } from "./corpus.js";

/** Nothing makes script of text. */
export const TRUSTED = `require-trusted-types-for 'script'; trusted-types 'none'`;
/** The strictest policy: no script but the site's own files, and nothing that makes script of text. */
export const POLICY: string = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; ${TRUSTED}`;

/** What the console says of a page in which a hostile text ran. */
export const RAN = "script from data ran";

/** How many shapes of data each text comes in; on a commit one of them, in turn. */
export const ROUNDS: number = runs(1, 18);

/** Put into every page and frame before anything else: whoever gets script to run calls one of these. */
const HOOK = `for (const name of ["alert", "confirm", "prompt", "print"])
  window[name] = () => { console.error("${RAN}"); window.top.ran?.add(window.top.wards?.indexOf(window.frameElement) ?? -1); };`;
const ICON = `<link rel="icon" href="data:,">`;

/** A page with the library, an empty host, and what attacks them. */
export const STAGE: string = `<!doctype html><html lang="en"><meta charset="utf-8"><title>hostile</title>${ICON}
  <script src="/library.js"></script><main id="host"></main></html>`;

/** A page, picture or file of the site. */
export const file = (html: string, type: string): TestPage => ({ html, headers: { "content-type": type } });

/** Pages to attack, a browser that tells what ran, and an address that nobody may ask for. */
export interface Ground {
  readonly browser: ChromiumDriver;
  readonly url: string;
  /** The pages of the site, by path; more may be added. */
  readonly pages: Record<string, string | TestPage>;
  readonly texts: readonly string[];
  readonly own: readonly string[];
  /** Those with signs that mean something. */
  readonly acting: readonly string[];
  readonly canary: string;
  /** What was asked for at the address that nobody may ask for, and from where. */
  readonly hits: string[];
  /** Opens a page, and notes what its policy refuses. */
  open(path: string): Promise<void>;
  /** What went wrong since then: ran, was refused, or was asked for. */
  found(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const hits: string[] = [];
  const trap = createServer(({ url = "", headers: { referer } }, response) => {
    hits.push(referer === undefined ? url : `${url} from ${referer}`);
    response.end();
  });
  await new Promise<void>((done) => trap.listen(0, "127.0.0.1", done));
  const canary = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/canary`;
  const [texts, own] = [hostileTexts(canary), ownTexts(canary)];
  const pages: Record<string, string | TestPage> = {
    "/library.js": file(await bundle("test/support/hostile/page.ts"), "text/javascript"),
    "/free": STAGE,
    "/strict": { html: STAGE.replace(ICON, ""), headers: { "content-security-policy": POLICY } },
  };
  const site = await serve(pages);
  const browser = await engines.chromium({ width: 900, height: 700, hasReducedMotion: true });
  await browser.cdp("Page.enable");
  await browser.cdp("Page.addScriptToEvaluateOnNewDocument", { source: HOOK });
  return {
    ...{ browser, url: site.url, pages, texts, own, canary, hits },
    acting: texts.filter((text, i) => i < own.length || isMeaning(text)),
    async open(path) {
      hits.length = 0;
      await browser.goto(site.url + path);
      await browser.run(`(() => {
        window.violations = [];
        addEventListener("securitypolicyviolation", ({ violatedDirective }) => violations.push(violatedDirective));
      })()`);
    },
    async found() {
      const requests = `performance.getEntriesByType("resource").map(({ name }) => name)`;
      const asked = await browser.run<string[]>(requests);
      return [
        ...(await browser.problems()),
        ...(await browser.run<string[]>("violations")),
        ...asked.filter((url) => url !== `${site.url}/library.js`),
        ...hits,
      ];
    },
    async close() {
      await Promise.all([browser.close(), site.close()]);
      trap.close();
    },
  };
}
