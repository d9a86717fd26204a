import type { TimelineOptions } from "../../src/index.js";
import backgroundFile from "../../examples/astana-background.json" with { type: "json" };
import summitFile from "../../examples/astana-damascus.json" with { type: "json" };

/** The example of the project, as it is: in Arabic. */
export const summit: TimelineOptions = summitFile as unknown as TimelineOptions;

/** The same in English. */
export const summitInEnglish: TimelineOptions = { ...summit, locale: "en", monthNames: "auto" };

/** The same with the months before it. */
export const background: TimelineOptions = backgroundFile as unknown as TimelineOptions;
