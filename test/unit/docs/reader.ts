import { JSDOM, VirtualConsole } from "jsdom";

/** A page after its scripts have run and a frame was drawn. */
export interface ReadPage {
  readonly document: Document;
  /** Uncaught errors, and errors on the console. */
  readonly problems: readonly string[];
}

/** Opens a page without a network; `script` runs after everything of it. */
export async function openPage(html: string, script = ""): Promise<ReadPage> {
  const problems: string[] = [];
  const virtualConsole = new VirtualConsole();
  // The canvas that measures text is not implemented; the library falls back.
  virtualConsole.on("jsdomError", (error) => {
    if (!error.message.startsWith("Not implemented")) problems.push(error.message);
  });
  virtualConsole.on("error", (message) => problems.push(String(message)));
  const { window } = new JSDOM(html, {
    runScripts: "dangerously",
    pretendToBeVisual: true,
    virtualConsole,
  });
  window.eval(script);
  await new Promise((done) => window.requestAnimationFrame(done));
  return { document: window.document, problems };
}
