import { memo } from "../base/memo.js";
import { fitDomain } from "./fit.js";
import type { LayoutInput } from "./input.js";
import type { ModeBoxes, ModeLayout } from "./mode.js";
import { placeList } from "./list.js";

const NO_FLAGS: readonly number[] = [];

/** Makes the layout of a list. Its passes: `listHome` finds the domain of all events; `list` places them down the page. */
export function createListLayout(): ModeLayout {
  const listHome = memo(fitDomain);
  const list = memo(placeList);
  const lay = ({ columns, setting, width, domain }: LayoutInput): ModeBoxes => {
    const boxes = list(columns, width, setting);
    const home = listHome(columns, NO_FLAGS, width);
    return {
      ...boxes,
      axisAt: 0,
      home,
      domain: domain ?? home,
      fateOf: (event) => ({ is: boxes.labels[event]?.label.isShortened === true ? "shortened" : "shown" }),
      labelOf: (event) => boxes.labels[event]!.label,
    };
  };
  return { lay, passes: { listHome, list } };
}
