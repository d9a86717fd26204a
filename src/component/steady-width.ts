/** No scrollbar is wider, in pixels. */
const SCROLLBAR = 24;
/** A width that comes back so soon, in milliseconds, was brought back by the picture itself. */
const SOON = 500;

/**
 * Makes a function from the width that there is to the width to draw in. Where a picture makes its container show a scrollbar,
 * and the narrower picture beside it makes that go away, it would come and go for ever: the narrower picture stays.
 */
export function createSteadyWidth(): (width: number) => number {
  let current = 0;
  let before = 0;
  let changed = 0;
  return (width) => {
    const more = width - current;
    const now = performance.now();
    const isScrollbar = more > 0 && more < SCROLLBAR && width === before && now - changed < SOON;
    if (more === 0 || isScrollbar) return current;
    before = current;
    changed = now;
    return (current = width);
  };
}
