/** Runs one job once a frame, however often it is asked for. */
export interface Schedule {
  /** Asks for a run in the next frame. */
  request(this: void): void;
  /** Runs at once, instead of the run that was asked for. */
  flush(this: void): void;
  cancel(this: void): void;
}

/** Makes a schedule on the frames of a window. */
export function createSchedule(window: Window, job: () => void): Schedule {
  let frame: number | undefined;
  const run = (): void => {
    frame = undefined;
    job();
  };
  const cancel = (): void => {
    if (frame !== undefined) window.cancelAnimationFrame(frame);
    frame = undefined;
  };
  return {
    request() {
      frame ??= window.requestAnimationFrame(run);
    },
    flush() {
      cancel();
      job();
    },
    cancel,
  };
}
