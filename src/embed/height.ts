/** What a page in a frame tells the page around it. */
export interface HeightMessage {
  readonly mizwala: "height";
  /** In CSS pixels. */
  readonly height: number;
}

/** What the page around it asks, when it comes later. */
export const QUESTION = "height?";

/** No page is as high as that. */
const IMPOSSIBLE = 100_000;

/** The height in a message; `undefined` for whatever else comes: nothing but these two fields, and a sound number. */
export function heightIn(message: unknown): number | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { mizwala, height, ...rest } = message as Partial<HeightMessage>;
  const isSound = mizwala === "height" && typeof height === "number" && height > 0 && height < IMPOSSIBLE;
  return isSound && Object.keys(rest).length === 0 ? height : undefined;
}
