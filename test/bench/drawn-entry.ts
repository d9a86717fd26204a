import papa from "papaparse";
import { read } from "../../src/formats/read.js";
import { createTimeline } from "../../src/index.js";
import { jsonOf, tableOf } from "./file-texts.js";

/** What a page does with a file that it has in memory. */
export const jobs = {
  "JSON.parse": (text: string): unknown => JSON.parse(text),
  papaparse: (text: string): unknown => papa.parse(text),
  "papaparse with its header": (text: string): unknown => papa.parse(text, { header: true }),
  /** To the second frame after the timeline was made. */
  async ours(text: string, maxEvents: number): Promise<unknown> {
    const { document: data } = await read(text, { maxEvents });
    const timeline = createTimeline(document.querySelector("#host")!, data);
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    return timeline;
  },
};

export { jsonOf, tableOf };
