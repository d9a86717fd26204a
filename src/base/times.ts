/**
 * What `make` gives for 0, 1, 2 and so on below `count`. Not by `Array.from`, which some pages have replaced by one that knows
 * neither functions nor iterators (Prototype.js).
 */
export function times<T>(count: number, make: (index: number) => T): T[] {
  const made: T[] = [];
  for (let index = 0; index < count; index++) made.push(make(index));
  return made;
}
