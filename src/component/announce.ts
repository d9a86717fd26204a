/** Says things to screen readers, once the reader has come to rest. */
export interface Announcer {
  /** Says a text after half a second in which nothing else was to be said. */
  say(text: string): void;
  destroy(): void;
}

const REST = 500;

/** Announces in a polite status region. */
export function createAnnouncer(status: HTMLElement): Announcer {
  const window = status.ownerDocument.defaultView!;
  let timer: number | undefined;
  let isDestroyed = false;
  return {
    say(text) {
      window.clearTimeout(timer);
      if (isDestroyed) return;
      timer = window.setTimeout(() => {
        status.textContent = text;
      }, REST);
    },
    destroy() {
      isDestroyed = true;
      window.clearTimeout(timer);
    },
  };
}
