/** Says things to screen readers, once the reader has come to rest. */
export interface Announcer {
  /**
   * Says a text after half a second in which nothing else was to be said. What answers the reader is not lost to what
   * merely follows from it.
   */
  say(text: string, isAnswer?: boolean): void;
  /** Says a text at once, unless something else is about to be said; true where it is said. */
  tell(text: string): boolean;
  destroy(): void;
}

const REST = 500;

/** Announces in a polite status region. */
export function createAnnouncer(status: HTMLElement): Announcer {
  const window = status.ownerDocument.defaultView!;
  let timer: number | undefined;
  let answer: string | undefined;
  let isDestroyed = false;
  return {
    say(text, isAnswer = false) {
      window.clearTimeout(timer);
      if (isDestroyed) return;
      if (isAnswer) answer = text;
      timer = window.setTimeout(() => {
        timer = undefined;
        status.textContent = answer ?? text;
        answer = undefined;
      }, REST);
    },
    tell(text) {
      if (isDestroyed || timer !== undefined) return false;
      status.textContent = text;
      return true;
    },
    destroy() {
      isDestroyed = true;
      window.clearTimeout(timer);
    },
  };
}
