/** So many elements are looked at without a pause: far less than a millisecond each time. */
export const SLICE: number = 2 ** 16;

/**
 * Work that can pause. Each step yields how many elements it looked at, never more than a few ten thousand; what runs it
 * decides how many steps make a slice of time.
 */
export type Work<Result> = Generator<number, Result, undefined>;

/** Does a job for all indexes below a count, slice by slice. */
export function* eachSlice(
  count: number,
  job: (from: number, to: number) => void,
  size: number = SLICE,
): Work<undefined> {
  for (let from = 0; from < count; from += size) {
    const to = Math.min(count, from + size);
    job(from, to);
    yield to - from;
  }
}

/**
 * Does all of the work at once.
 *
 * @param work - What is to be done.
 */
export function finish<Result>(work: Work<Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** When work pauses, and what it waits for then. */
export interface Pace {
  /** Asked after each step. */
  readonly isDue: () => boolean;
  /** Called then; the work goes on after it. */
  readonly rest: () => Promise<void>;
  /** Where it is aborted, the work ends with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does the work with pauses.
 *
 * @param work - What is to be done.
 * @param pace - When it pauses, and when it is aborted.
 */
export async function finishInSlices<Result>(work: Work<Result>, { isDue, rest, signal }: Pace): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted();
    const step = work.next();
    if (step.done === true) return step.value;
    if (isDue()) await rest();
  }
}
