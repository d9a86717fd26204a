import { nextTurn } from "../base/turn.js";

/** So many things come at once. */
const BATCH = 5000;
/** After so many milliseconds of work the page gets its turn. */
const TURN = 10;
/** The clock is looked at after so many things. */
const LOOK = 200;

/** Batches of things that come in lists; between two pieces of work the page gets its turn to draw and to answer. */
export async function* inTurns<Thing>(lists: AsyncIterable<Iterable<Thing>>): AsyncGenerator<readonly Thing[]> {
  let batch: Thing[] = [];
  let since = performance.now();
  const rest = async (): Promise<void> => {
    if (performance.now() - since < TURN) return;
    await nextTurn();
    since = performance.now();
  };
  for await (const list of lists) {
    for (const thing of list) {
      batch.push(thing);
      if (batch.length % LOOK === 0) await rest();
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    await rest();
  }
  if (batch.length > 0) yield batch;
}
