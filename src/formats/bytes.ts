/** So many octets are looked at to tell how text is written. */
const SAMPLE = 1000;

/** The encodings that data come in. */
type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1256";

/**
 * How text is written: UTF-16 by its mark or its many zeros, else UTF-8, else the code page of Arabic Windows, which knows each
 * byte.
 *
 * @param bytes - The text, or its beginning, which may end within a letter.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = (from: number): number => sample.filter((byte, i) => byte === 0 && i % 2 === from).length;
  if (zeros(1) * 4 > sample.length) return "utf-16le";
  if (zeros(0) * 4 > sample.length) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1256";
  }
}
