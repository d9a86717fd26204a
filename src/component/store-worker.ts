import type { EventStore } from "../store/event-store.js";
import { buffersOf, READY, type StoreJob } from "../store/worker-job.js";

/** A worker that has not said a word for so many milliseconds is none. */
const PATIENCE = 10_000;

/**
 * Has a worker build a store; the columns go over to it and come back without a copy. Nothing where it does not start, so
 * that the columns are still there; what goes wrong after that rejects the promise.
 */
export async function askWorker(
  start: () => Worker,
  job: StoreJob,
  signal: AbortSignal | undefined,
): Promise<EventStore | undefined> {
  signal?.throwIfAborted();
  let worker: Worker;
  try {
    worker = start();
  } catch {
    return undefined;
  }
  return new Promise((resolve, reject) => {
    let isReady = false;
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      worker.terminate();
    };
    const abort = (): void => {
      end();
      reject(signal!.reason as Error);
    };
    const fail = (message: string): void => {
      end();
      if (isReady) reject(new Error(message));
      else resolve(undefined);
    };
    const timer = setTimeout(() => {
      fail("the worker does not start");
    }, PATIENCE);
    signal?.addEventListener("abort", abort);
    if (signal?.aborted === true) abort();
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isReady && data === READY) {
        isReady = true;
        clearTimeout(timer);
        worker.postMessage(job, buffersOf(job.events));
      } else if (isReady) {
        end();
        resolve(data as EventStore);
      }
    };
    worker.onerror = (fault) => {
      fault.preventDefault();
      fail(`the worker failed: ${fault.message}`);
    };
    worker.onmessageerror = () => {
      fail("the worker sent what can't be read");
    };
  });
}
