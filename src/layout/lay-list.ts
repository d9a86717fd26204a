import { memo } from "../base/memo.js";
import { fitDomain } from "./fit.js";
import { findRuns } from "./eras.js";
import type { ModeBoxes, ModeInput, ModeLayout } from "./mode.js";
import { placeList } from "./list.js";
import { groupEvents } from "./list-groups.js";

const NO_FLAGS: readonly number[] = [];

/**
 * Makes the layout of a list. Its passes: `listHome` finds the domain of all events; `groups` puts them under headings;
 * `runs` finds which of them an era covers; `list` places them down the page.
 */
export function createListLayout(): ModeLayout {
  const listHome = memo(fitDomain);
  const groups = memo(groupEvents);
  const runs = memo(findRuns);
  const list = memo(placeList);
  const lay = ({ columns, onAxis, setting, width, domain, listGroups, eraTiers }: ModeInput): ModeBoxes => {
    const boxes = list(columns, width, setting, groups(columns, setting.dates, listGroups), runs(eraTiers, columns));
    const home = listHome(onAxis, NO_FLAGS, width);
    return {
      ...boxes,
      breadth: boxes.height,
      axisAt: 0,
      home,
      domain: domain ?? home,
      fateOf: (event) => ({ is: boxes.labels[event]?.label.isShortened === true ? "shortened" : "shown" }),
      labelOf: (event) => boxes.labels[event]!.label,
    };
  };
  return { lay, passes: { listHome, groups, runs, list } };
}
