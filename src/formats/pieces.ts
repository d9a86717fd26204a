/** Data that come piece by piece, in octets: a file, the body of an answer, or a stream of Node. */
export type StreamedData = Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** The pieces of data, of which the first holds so many octets, or all that there are. A stream that is left early is closed. */
export async function* piecesOf(data: StreamedData, first: number): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] | undefined = [];
  let size = 0;
  for await (const piece of chunksOf(data)) {
    if (!begun) {
      yield piece;
      continue;
    }
    begun.push(piece);
    size += piece.length;
    if (size < first) continue;
    yield joined(begun);
    begun = undefined;
  }
  if (begun) yield joined(begun);
}

/** Pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Not all browsers go through a stream as through a list. */
async function* chunksOf(data: StreamedData): AsyncGenerator<Uint8Array> {
  const stream = "stream" in data ? data.stream() : data;
  if (!("getReader" in stream)) {
    yield* stream;
    return;
  }
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
