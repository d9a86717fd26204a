type Listener = (domEvent: Event) => void;

/** What each element has others call; it goes when the element goes. */
const held = new WeakMap<Element, Set<Listener>>();

/**
 * Listens, on behalf of an element, to something that lives longer, such as its window. An element that nobody holds any
 * more is not held by this either.
 *
 * @returns Ends it.
 */
export function listenFor(
  owner: Element,
  target: EventTarget,
  type: string,
  listener: Listener,
  options: AddEventListenerOptions = {},
): () => void {
  const own = held.get(owner) ?? new Set();
  held.set(owner, own.add(listener));
  const hear = hearWeakly(new WeakRef(listener));
  target.addEventListener(type, hear, options);
  return () => {
    own.delete(listener);
    target.removeEventListener(type, hear, options);
  };
}

/** Hears for what it does not hold. A function of its own: those made in one scope hold all that any of them uses. */
export function hearWeakly<Told>(known: WeakRef<(told: Told) => void>): (told: Told) => void {
  return (told) => {
    known.deref()?.(told);
  };
}
