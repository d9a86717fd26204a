import { listenFor } from "./listen.js";

/** What a page may lack: old browsers, and the pages of test tools. Without it a timeline works, reduced. */
export interface Capabilities {
  /** Calls back when the width of an element changes; by the size of the window where that is all there is. */
  onResize(element: Element, callback: () => void): () => void;
  /** Calls back when anything is scrolled that can move an element, and before and after printing. */
  onScroll(element: Element, callback: () => void, print: (isPrinting: boolean) => void): () => void;
  /** Calls back when a key is pressed anywhere in the page. */
  onKey(callback: (key: string) => void): () => void;
  /** Calls back when fonts have arrived; to be asked after the first drawing, which makes the browser fetch them. */
  onFonts(callback: () => void): () => void;
  /** Scrolls the page as little as brings an element into sight, or at once so far that it is at the top. */
  scrollTo(element: Element, to?: "top"): void;
  /** Whether the reader has nothing against motion. */
  hasMotion(): boolean;
  /** Reports an error that must not stop anything. */
  report(this: void, error: unknown): void;
}

/**
 * Finds out what a window can do.
 *
 * @param root - The element of a timeline: what is heard for it goes with it.
 */
export function capabilitiesOf(window: Window & typeof globalThis, root: Element): Capabilities {
  const can: Partial<Pick<typeof window, "ResizeObserver" | "matchMedia" | "reportError">> = window;
  const document: { readonly fonts?: FontFaceSet } = window.document;
  const { fonts } = document;
  const listen = listenFor.bind(undefined, root);
  return {
    onResize(element, callback) {
      if (!can.ResizeObserver) return listen(window, "resize", callback);
      const observer = new can.ResizeObserver(callback);
      observer.observe(element);
      return () => {
        observer.disconnect();
      };
    },
    onScroll(element, callback, print) {
      // What scrolls in a shadow tree is not heard of outside.
      const places = [window, element.getRootNode()];
      const releases = [
        ...places.map((place) => listen(place, "scroll", callback, { capture: true, passive: true })),
        listen(window, "resize", callback),
        listen(window, "beforeprint", () => {
          print(true);
        }),
        listen(window, "afterprint", () => {
          print(false);
        }),
      ];
      return () => {
        for (const release of releases) release();
      };
    },
    onKey: (callback) =>
      listen(window, "keydown", (domEvent) => {
        callback((domEvent as KeyboardEvent).key);
      }),
    onFonts(callback) {
      if (!fonts) return () => undefined;
      let isOver = false;
      // WebKit never fires the event, but it keeps the promise.
      if (fonts.status === "loading")
        void fonts.ready.then(() => {
          if (!isOver) callback();
        });
      const release = listen(fonts, "loadingdone", callback);
      return () => {
        isOver = true;
        release();
      };
    },
    scrollTo(element, to) {
      const target: { readonly scrollIntoView?: Element["scrollIntoView"] } = element;
      target.scrollIntoView?.(to === "top" ? { block: "start", behavior: "instant" } : { block: "nearest" });
    },
    hasMotion: () => can.matchMedia?.("(prefers-reduced-motion: no-preference)").matches ?? false,
    report: (error) => {
      if (can.reportError) can.reportError(error);
      else
        window.setTimeout(() => {
          throw error;
        });
    },
  };
}
