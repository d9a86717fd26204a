import { clamp } from "../../base/math.js";
import type { Door } from "../../component/feature.js";
import { create } from "../../component/page.js";
import { buildHits, type Hit } from "../../scene/hit.js";
import type { Layout } from "../../layout/layout.js";
import { TYPE } from "../../text/typography.js";
import type { Target } from "./target.js";

/** At least so wide is the field; so much wider than the label and higher than the lines of the title on either side; in pixels. */
const NARROWEST = 200;
const INSET = 10;
const AIR = 2;

/** A field over an event, for its title. */
export interface RenameField {
  /** Opens it with the title; what is entered goes to `done`, unless it is empty or the same. */
  open(target: Target, label: string, done: (title: string) => void): void;
  close(): void;
}

/** Makes the field; it is in the page only while it is open. */
export function createRenameField(door: Door): RenameField {
  const { plot } = door.page;
  let end: ((isKept: boolean, isLeft: boolean) => void) | undefined;

  return {
    open(target, label, done) {
      end?.(true, true);
      const { layout } = door.shown();
      const hit = layout && buildHits(layout).get(target.id);
      if (!layout || !hit) return;
      const { text, dir, lang } = target.event.title;
      const attributes = { type: "text", "aria-label": label, dir: text === "" ? "auto" : dir, maxlength: "2000" };
      const input = create(plot.ownerDocument, "input", "mizwala-rename", attributes);
      if (lang !== undefined) input.lang = lang;
      input.value = text;
      const width = Math.min(Math.max(hit.width + 2 * INSET, NARROWEST), layout.width);
      const x = clamp(hit.x + (hit.width - width) / 2, 0, layout.width - width);
      const [middle, height] = titleOf(layout, hit);
      input.style.transform = `translate(${x.toFixed(2)}px, max(0px, ${middle.toFixed(2)}px - 50%))`;
      input.style.width = `${width.toFixed(2)}px`;
      input.style.minHeight = `${(height + 2 * AIR).toFixed(2)}px`;

      end = (isKept, isLeft) => {
        end = undefined;
        const title = input.value.trim();
        input.remove();
        if (isKept && title !== "" && title !== text) done(title);
        if (!isLeft) door.focus(target.id);
      };
      input.addEventListener("keydown", (domEvent) => {
        // Enter also ends the composition of a letter.
        if (domEvent.isComposing || (domEvent.key !== "Enter" && domEvent.key !== "Escape")) return;
        domEvent.preventDefault();
        domEvent.stopPropagation();
        end?.(domEvent.key === "Enter", false);
      });
      input.addEventListener("blur", () => end?.(true, true));
      for (const type of ["pointerdown", "dblclick", "click"] as const) {
        input.addEventListener(type, (domEvent) => {
          domEvent.stopPropagation();
        });
      }
      plot.append(input);
      input.focus();
      input.select();
    },
    close() {
      end?.(false, true);
    },
  };
}

/** Where the middle of a title is, and how high its lines are; without a label, the middle of what belongs to the event. */
function titleOf({ columns, labels }: Layout, { id, y, height }: Hit): readonly [middle: number, height: number] {
  const label = labels.find(({ event }) => event === columns.byId.get(id))?.label;
  const tops = (label?.lines ?? []).filter(({ role }) => role === "title").map(({ top }) => top);
  const [first, last] = [tops[0], tops.at(-1)];
  if (!label || first === undefined || last === undefined) return [y + height / 2, 0];
  const high = last - first + TYPE.title.line;
  return [y + (height - label.height) / 2 + first + high / 2, high];
}
