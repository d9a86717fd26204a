/** Levels of zoom to a doubling of scale. */
const LEVELS = 12;
/** Above so many flags levels are fewer, and fewer still from so many doublings of scale further in than home. */
const MANY = 200;
const LEVELS_OF_MANY = { near: 3, far: 1, until: 3 } as const;

/** How far to look, in doublings of scale. */
export interface ZoomSpan {
  readonly out: number;
  readonly in: number;
}

/** The levels of zoom at which flags are chosen anew: home is 0, larger ones are further in. */
export interface ZoomLevels {
  readonly innermost: number;
  readonly outermost: number;
  /** The innermost level that is no further in than a scale, in pixels a millisecond. */
  readonly levelOf: (pxPerMs: number) => number;
  readonly scaleOf: (level: number) => number;
}

/**
 * The levels for so many flags.
 *
 * @param home - The scale of level 0, in pixels a millisecond.
 */
export function zoomLevels(count: number, home: number, span: ZoomSpan): ZoomLevels {
  const { near, far, until } = count > MANY ? LEVELS_OF_MANY : { near: LEVELS, far: LEVELS, until: 0 };
  const levelAt = (doublings: number): number =>
    Math.floor(Math.min(doublings, until) * near + Math.max(doublings - until, 0) * far + 1e-6);
  const doublingsAt = (level: number): number =>
    level > until * near ? until + (level - until * near) / far : level / near;
  return {
    innermost: levelAt(span.in),
    outermost: levelAt(-span.out),
    levelOf: (pxPerMs) => levelAt(Math.log2(pxPerMs / home)),
    scaleOf: (level) => home * 2 ** doublingsAt(level),
  };
}
