import type { Layout } from "../layout/layout.js";
import type { Prepared } from "../layout/prepare.js";
import type { EventBase } from "../model/input.js";
import type { ResolvedOptions } from "../model/options.js";
import { writeSVG } from "../render/svg/string.js";
import { buildScene } from "../scene/build.js";
import { PALETTES } from "../scene/theme.js";
import { breaksOf } from "../time/warp.js";
import type { Sheet } from "./sheet.js";

/** How a picture looks, beyond its layout. */
export interface PictureLook {
  readonly theme: keyof typeof PALETTES;
  /** Font families, as in CSS. */
  readonly font: string;
}

/** A laid-out timeline with the texts around it, as the text of a standalone SVG document. */
export function writePicture(
  { locale, direction }: Pick<ResolvedOptions<EventBase>, "locale" | "direction">,
  { columns, frame, words, setting }: Prepared,
  layout: Layout,
  sheet: Sheet,
  { theme, font }: PictureLook,
): string {
  const { dates } = setting;
  const speech = { dates, words };
  const plot = buildScene(layout, { dir: direction, lang: locale, selected: undefined, hinted: undefined, speech });
  const count = words.say("events", { n: columns.events.length });
  const skips = layout.axis ? breaksOf(layout.warp).map((one) => dates.skip(one).spoken) : [];
  const leftOut = skips.length > 0 ? [`${words.say("breaks")}: ${skips.join("; ")}`] : [];
  return writeSVG(sheet.around(plot), {
    palette: PALETTES[theme],
    font,
    lang: locale,
    title: frame.title?.text ?? words.say("timeline"),
    description: [count, ...(frame.subtitle ? [frame.subtitle.text] : []), ...leftOut].join(" · "),
  });
}
