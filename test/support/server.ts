import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answer, listen } from "../../examples/serve.mjs";

/** A page of a test: its HTML, and response headers such as a content security policy. */
export interface TestPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a test gets served: the folder of the project, and pages of its own. */
export interface TestServer {
  /** Without a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** An expression for the problems of a page in WebKit, whose driver tells nothing of the console. */
export const PROBLEMS = "window.problemsOfThisPage ?? []";

const COLLECTOR = "/collect-problems.js";
const COLLECT = `{
  const problems = (window.problemsOfThisPage = []);
  for (const [type, name] of [["error", "error"], ["warn", "warning"]]) {
    const original = console[type];
    console[type] = (...words) => { problems.push(name + ": " + words.map(String).join(" ")); original.apply(console, words); };
  }
  addEventListener("error", (event) => problems.push("uncaught: " + event.message));
  addEventListener("unhandledrejection", (event) => problems.push("uncaught: " + event.reason));
  addEventListener("securitypolicyviolation", (event) => problems.push("error: policy " + event.violatedDirective));
}`;

const isWebKit = (agent = ""): boolean => agent.includes("AppleWebKit") && !agent.includes("Chrome");

function sendPage(request: IncomingMessage, response: ServerResponse, { html, headers }: TestPage): void {
  const script = `<!doctype html><script src="${COLLECTOR}"></script>`;
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers });
  response.end(isWebKit(request.headers["user-agent"]) ? html.replace(/^\s*<!doctype html>/i, script) : html);
}

/** Serves the folder of the project, and `pages` by their paths, which may be HTML alone. */
export async function serve(pages: Readonly<Record<string, string | TestPage>> = {}): Promise<TestServer> {
  const root = new URL("../../", import.meta.url);
  const server = await listen(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === COLLECTOR) {
      response.writeHead(200, { "content-type": "text/javascript" }).end(COLLECT);
      return;
    }
    const isExample = /^\/examples\/[\w-]+\.html$/.test(pathname);
    const file = isExample
      ? await readFile(new URL(pathname.slice(1), root), "utf8").catch(() => undefined)
      : undefined;
    const page = pages[pathname] ?? file;
    if (page === undefined) await answer(request, response);
    else sendPage(request, response, typeof page === "string" ? { html: page } : page);
  }, 0);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}
