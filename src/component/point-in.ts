/** A point of the plot, in its own pixels. */
export type Point = readonly [x: number, y: number];

/** The point of the plot where a pointer is. */
export function pointIn(plot: HTMLElement, { clientX, clientY }: MouseEvent): Point {
  const { left, top, width, height } = plot.getBoundingClientRect();
  return [
    ((clientX - left) * (plot.clientWidth || 1)) / (width || 1),
    ((clientY - top) * (plot.clientHeight || 1)) / (height || 1),
  ];
}
