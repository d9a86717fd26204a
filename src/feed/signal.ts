import type { Door, Shown } from "../component/feature.js";
import { sayIn } from "../features/say.js";
import { SOURCE_WORDS, type SourceMessages } from "./words.js";

/** Says what a source does, where it takes a while or fails. */
export interface Signal {
  show(state: "ready" | "loading" | "failed", shown: Shown): void;
}

/** What is there sooner than this needs no word, in milliseconds. */
const PATIENCE = 400;

/** What the line does. */
export interface SignalActions {
  /** Does something after so many milliseconds; what it returns calls that off. */
  later(this: void, act: () => void, wait: number): () => void;
  /** Asks again for what has failed. */
  retry(this: void): void;
}

/** Makes the line below a timeline. */
export function createSignal(
  door: Door,
  messages: Partial<SourceMessages> | undefined,
  { later, retry }: SignalActions,
): Signal {
  const line = door.slot("below", "mizwala-feed");
  const text = line.ownerDocument.createElement("span");
  const button = line.ownerDocument.createElement("button");
  button.type = "button";
  button.className = "mizwala-feed-retry";
  button.addEventListener("click", retry);
  button.hidden = true;
  line.append(text, button);
  line.dataset["state"] = "ready";
  let told = "ready";
  let since = 0;
  let callOff = (): void => undefined;

  const show = (state: "loading" | "failed", { prepared: { words } }: Shown): void => {
    const say = sayIn(SOURCE_WORDS, words, messages);
    line.dataset["state"] = state;
    text.textContent = say(state);
    button.textContent = say("retry");
    button.hidden = state !== "failed";
    if (told !== state && state === "failed") door.say(say(state));
    told = state;
  };
  return {
    show(state, shown) {
      callOff();
      if (state === "ready") {
        line.dataset["state"] = state;
        button.hidden = true;
        told = state;
        since = 0;
        return;
      }
      since ||= door.window.performance.now();
      const wait = state === "failed" ? 0 : since + PATIENCE - door.window.performance.now();
      if (wait <= 0 || told === state) show(state, shown);
      else
        callOff = later(() => {
          show(state, shown);
        }, wait);
    },
  };
}
