/** A script for a page: `pictureOf(root)` is all that a timeline shows, as text, and `settled()` waits for fonts and two frames. */
export const PICTURE_OF = `/** Everything that a timeline shows: each element with its box from the corner of the timeline, its colours and its text, but for what is said now and then. */
const pictureOf = (root) => {
  const from = root.getBoundingClientRect();
  return [...root.querySelectorAll("*")].map((element) => {
    if (element.getClientRects().length === 0) return element.localName + "|" + element.textContent;
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, fill, fontSize, visibility } = getComputedStyle(element);
    const own = [...element.childNodes].map((node) => (node.nodeType === 3 && !element.matches("[role=status]") ? node.data : "")).join("");
    const box = [x - from.x, y - from.y, width, height].map((value) => value.toFixed(1));
    return [element.localName, element.getAttribute("class"), box.join(" "), color, fill, fontSize, visibility, own].join("|");
  }).join("\\n");
};
const settled = () => Promise.resolve(document.fonts?.ready).then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));`;
