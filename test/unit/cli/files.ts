/** A file of the command line, which is there unless it is undefined. */
export async function* fileOf(path: string, content: string | Uint8Array | undefined): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  if (content === undefined) throw new Error(`ENOENT: no such file, open '${path}'`);
  yield typeof content === "string" ? new TextEncoder().encode(content) : content;
}
