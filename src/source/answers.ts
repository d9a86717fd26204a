import { MizwalaError } from "../base/errors.js";

/** How much a handler does at once, and how much it keeps. */
export interface AnswerLimits {
  /**
   * How many questions the source answers at a time.
   * @defaultValue 8
   */
  readonly concurrency?: number | undefined;
  /**
   * How many more may wait; beyond them the answer is 503.
   * @defaultValue 64
   */
  readonly queue?: number | undefined;
  /**
   * How many questions of one client may be at work or wait; beyond them the answer is 429. Answers that are kept do not count, nor
   * do clients that nobody names.
   * @defaultValue 16
   */
  readonly perClient?: number | undefined;
  /**
   * In milliseconds how long a question may take; then the source is stopped and the answer is 504.
   * @defaultValue 15000
   */
  readonly timeout?: number | undefined;
  /**
   * How many bytes of answers are kept.
   * @defaultValue 67108864
   */
  readonly cache?: number | undefined;
}

/** What is sent. */
export interface Answer {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** The same by gzip, where that is shorter. */
  readonly packed?: Uint8Array<ArrayBuffer> | undefined;
}

/** Answers to questions, each asked once. */
export interface Answers {
  /**
   * @param key - Equal for equal questions.
   * @param ask - Asks the source.
   * @param by - Who waits for it: a signal, and where all have gone the source is stopped; and a name.
   */
  get(key: string, ask: (signal: AbortSignal) => Promise<Answer>, by: Asker): Promise<Answer>;
  metrics(): { readonly questions: number; readonly waiting: number };
}

/** Who asks. */
export interface Asker {
  readonly signal: AbortSignal;
  /** `undefined` where nobody knows: then it has no limit of its own. */
  readonly client?: string | undefined;
}

/** A question that is being answered. */
interface Flight {
  readonly answer: Promise<Answer>;
  readonly stop: AbortController;
  waiting: number;
}

/** Below so many bytes packing is not worth it. */
const SHORT = 512;

/** Makes a keeper of answers. */
export function createAnswers(limits: AnswerLimits): Answers {
  const { concurrency = 8, queue = 64, perClient = 16, timeout = 15_000, cache = 64 * 2 ** 20 } = limits;
  const flights = new Map<string, Flight>();
  const kept = new Map<string, Answer>();
  const line: (() => void)[] = [];
  /** How many questions each client has now. */
  const open = new Map<string, number>();
  let running = 0;
  let bytes = 0;
  let questions = 0;

  const enter = async (signal: AbortSignal): Promise<void> => {
    if (running < concurrency) {
      running++;
      return;
    }
    if (line.length >= queue)
      throw new MizwalaError({ code: "source-busy", path: "source", found: line.length, expected: "fewer who wait" });
    // The one who leaves hands its place over.
    await new Promise<void>((go, give) => {
      line.push(go);
      signal.addEventListener("abort", () => {
        const at = line.indexOf(go);
        if (at >= 0) line.splice(at, 1);
        if (at >= 0) give(signal.reason as Error);
      });
    });
  };
  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else running--;
  };

  const keep = (key: string, answer: Answer): void => {
    kept.set(key, answer);
    bytes += sizeOf(answer);
    for (const [oldest, { body, packed }] of kept) {
      if (bytes <= cache) break;
      kept.delete(oldest);
      bytes -= body.length + (packed?.length ?? 0);
    }
  };

  const begin = (key: string, ask: (signal: AbortSignal) => Promise<Answer>): Flight => {
    const stop = new AbortController();
    const work = async (): Promise<Answer> => {
      await enter(stop.signal);
      questions++;
      const timer = setTimeout(() => {
        stop.abort(
          new MizwalaError({
            code: "source-slow",
            path: "source",
            found: timeout,
            expected: `less than ${timeout} ms`,
          }),
        );
      }, timeout);
      try {
        const answer = await Promise.race([ask(stop.signal), rejection(stop.signal)]);
        const whole = { ...answer, packed: await pack(answer.body) };
        keep(key, whole);
        return whole;
      } finally {
        clearTimeout(timer);
        leave();
      }
    };
    const flight = { answer: work(), stop, waiting: 0 };
    const land = (): void => {
      // One that everybody has left may have a follower by now.
      if (flights.get(key) === flight) flights.delete(key);
    };
    // Whoever waits is told of a fault; that nobody does is none.
    flight.answer.then(land, land);
    flights.set(key, flight);
    return flight;
  };

  /** Counts one more question of a client; what it returns ends that. */
  const admit = (client: string | undefined): (() => void) => {
    if (client === undefined) return () => undefined;
    const count = open.get(client) ?? 0;
    if (count >= perClient)
      throw new MizwalaError({
        code: "client-busy",
        path: "client",
        found: count,
        expected: "fewer questions at once",
      });
    open.set(client, count + 1);
    return () => {
      const rest = open.get(client)! - 1;
      if (rest > 0) open.set(client, rest);
      else open.delete(client);
    };
  };

  return {
    async get(key, ask, { signal, client }) {
      signal.throwIfAborted();
      const known = kept.get(key);
      if (known) {
        // The latest ones stay.
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const dismiss = admit(client);
      const flight = flights.get(key) ?? begin(key, ask);
      flight.waiting++;
      const onAbort = (): void => {
        if (--flight.waiting > 0) return;
        flights.delete(key);
        flight.stop.abort();
      };
      signal.addEventListener("abort", onAbort, { once: true });
      try {
        return await Promise.race([flight.answer, rejection(signal)]);
      } finally {
        signal.removeEventListener("abort", onAbort);
        dismiss();
      }
    },
    metrics: () => ({ questions, waiting: line.length }),
  };
}

function sizeOf({ body, packed }: Answer): number {
  return body.length + (packed?.length ?? 0);
}

/** Is rejected once a signal is aborted, and else stays as it is. */
function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, give) => {
    signal.addEventListener("abort", () => {
      give(signal.reason as Error);
    });
  });
}

async function pack(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (body.length < SHORT) return undefined;
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  return packed.length < body.length ? packed : undefined;
}
