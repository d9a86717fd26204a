import type { EraBox } from "../../layout/eras.js";
import type { Orientation } from "../../layout/orientation.js";
import type { Hue } from "../../model/kinds.js";
import type { Columns } from "../../store/columns.js";
import type { Crowd } from "../../store/crowd.js";
import type { Domain } from "../../view/view.js";

/** What a strip is drawn on. */
export interface Canvas {
  /** The whole of time that the strip shows. */
  readonly domain: Domain;
  /** Of the strip, in pixels. */
  readonly length: number;
  readonly height: number;
  readonly orientation: Orientation;
}

/** What the picture of a strip is a function of. */
export interface PictureInput extends Canvas {
  readonly columns: Columns;
  readonly hueOf: (event: number) => Hue;
  readonly eras: readonly EraBox[];
}

/** Those of a crowd that are wanted, and all of them where the others leave a trace. */
export interface CrowdChoice {
  readonly wanted: Crowd;
  readonly behind: Crowd | undefined;
}

/** The stretch of the strip that an event takes, in pixels along time. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}
