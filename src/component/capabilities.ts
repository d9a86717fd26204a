/** What a page may lack: old browsers, and the pages of test tools. Without it a timeline works, reduced. */
export interface Capabilities {
  /** Calls back when the width of an element changes; by the size of the window where that is all there is. */
  onResize(element: Element, callback: () => void): () => void;
  /** Calls back when fonts have arrived; to be asked after the first drawing, which makes the browser fetch them. */
  onFonts(callback: () => void): () => void;
  /** Scrolls the page as little as brings an element into sight. */
  scrollTo(element: Element): void;
  /** Whether the reader has nothing against motion. */
  hasMotion(): boolean;
  /** Reports an error that must not stop anything. */
  report(this: void, error: unknown): void;
}

/** Finds out what a window can do. */
export function capabilitiesOf(window: Window & typeof globalThis): Capabilities {
  const can: Partial<Pick<typeof window, "ResizeObserver" | "matchMedia" | "reportError">> = window;
  const document: { readonly fonts?: FontFaceSet } = window.document;
  const { fonts } = document;
  return {
    onResize(element, callback) {
      if (!can.ResizeObserver) return listen(window, "resize", callback);
      const observer = new can.ResizeObserver(callback);
      observer.observe(element);
      return () => {
        observer.disconnect();
      };
    },
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
    scrollTo(element) {
      const target: { readonly scrollIntoView?: Element["scrollIntoView"] } = element;
      target.scrollIntoView?.({ block: "nearest" });
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

function listen(target: EventTarget, type: string, callback: () => void): () => void {
  target.addEventListener(type, callback);
  return () => {
    target.removeEventListener(type, callback);
  };
}
