import type { Driver, Point } from "./driver.js";

/** Where a finger goes down, and where it goes up. */
export type Finger = readonly [from: Point, to: Point];

const STEPS = 8;

/**
 * Makes the events of fingers that go down together, move in steps and go up, where a driver has no fingers of its own: the
 * browser neither scrolls nor zooms by them, and holds no pointer.
 */
export async function touch(browser: Driver, ...fingers: readonly Finger[]): Promise<void> {
  await browser.run(`(async () => {
    const fingers = ${JSON.stringify(fingers)};
    const { setPointerCapture } = Element.prototype;
    Element.prototype.setPointerCapture = () => undefined;
    const targets = fingers.map(([[x, y]]) => document.elementFromPoint(x, y));
    const send = (type, part) => fingers.forEach(([from, to], i) => targets[i].dispatchEvent(new PointerEvent(type, {
      bubbles: true, cancelable: true, pointerType: "touch", pointerId: 101 + i, isPrimary: i === 0,
      button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1,
      clientX: from[0] + (to[0] - from[0]) * part, clientY: from[1] + (to[1] - from[1]) * part,
    })));
    send("pointerdown", 0);
    for (let step = 1; step <= ${STEPS}; step++) {
      await new Promise((done) => requestAnimationFrame(done));
      send("pointermove", step / ${STEPS});
    }
    send("pointerup", 1);
    Element.prototype.setPointerCapture = setPointerCapture;
  })()`);
  await browser.settle();
}
