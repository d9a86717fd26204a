/** So many texts are remembered, as days and words come again and again. */
const MOST = 20_000;
/** No longer text is remembered. */
const LONGEST = 60;

/** The same function, which remembers what it found for the texts that it met last. */
export function remember<Found>(find: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    if (text.length > LONGEST) return find(text);
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as Found;
    if (known.size === MOST) known.clear();
    const result = find(text);
    known.set(text, result);
    return result;
  };
}
