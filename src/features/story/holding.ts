/** Keeps an element in sight where it takes no more than a share of the window's height; tells whether it does. */
export function hold(element: HTMLElement, window: Window, most: number): boolean {
  return element.classList.toggle("is-held", element.offsetHeight <= window.innerHeight * most);
}
