const [MINUS, ZERO] = [0x2d, 0x30];
const [ACROSS, ALONG] = ["v".charCodeAt(0), "h".charCodeAt(0)];
/** A step has its letter, a sign, and no more digits than a whole number of 32 bits. */
const LONGEST_STEP = 12;

let bytes = new Uint8Array(16_384);
const decoder = new TextDecoder();

/** A path that goes straight along and across, in whole pixels. */
export interface StepPath {
  /** Goes so far along the x axis. */
  h(by: number): void;
  /** Goes so far along the y axis. */
  v(by: number): void;
  /** All of it, as SVG has it. */
  text(): string;
}

/**
 * Begins a path; one is written at a time. It is written as bytes and read once, because a frame has thousands of steps, and
 * the pieces of a string would be its garbage.
 *
 * @param x - Where it begins, in pixels.
 * @param y - Where it begins, in pixels.
 */
export function beginStepPath(x: number, y: number): StepPath {
  const start = `M${x},${y}`;
  let length = start.length;
  for (let at = 0; at < length; at++) bytes[at] = start.charCodeAt(at);

  const write = (letter: number, by: number): void => {
    if (length + LONGEST_STEP > bytes.length) {
      const longer = new Uint8Array(2 * bytes.length);
      longer.set(bytes);
      bytes = longer;
    }
    bytes[length++] = letter;
    if (by < 0) bytes[length++] = MINUS;
    let rest = Math.abs(by) | 0;
    let unit = 1;
    while (unit * 10 <= rest) unit *= 10;
    for (; unit >= 1; unit /= 10) {
      const digit = (rest / unit) | 0;
      bytes[length++] = ZERO + digit;
      rest -= digit * unit;
    }
  };

  return {
    h: (by) => {
      write(ALONG, by);
    },
    v: (by) => {
      write(ACROSS, by);
    },
    text: () => decoder.decode(bytes.subarray(0, length)),
  };
}
