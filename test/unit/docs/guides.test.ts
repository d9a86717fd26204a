import { readFileSync } from "node:fs";
import { describe, it } from "vitest";
import type { TimelineDocument } from "../../../src/model/options.js";
import { CALENDARS } from "../../../src/time/calendars.js";
import { expectCommitted } from "../../support/committed.js";
import { accessibilityTable } from "./accessibility-table.js";
import { betweenTable } from "./between-table.js";
import { committedTable } from "./committed-table.js";
import { dateTable } from "./date-table.js";
import { phraseTables } from "./phrase-table.js";
import { FAULTS, proofTable, RELIABILITY, SECURITY } from "./proof.js";
import { propertyTable } from "./property-table.js";
import { fillRegions } from "./regions.js";
import { stationsOf } from "./stations.js";

const ROOT = new URL("../../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), "utf8");

describe("A guide", () => {
  it.each([
    [
      "docs/life-of-an-event.md",
      () => stationsOf(JSON.parse(read("examples/astana-damascus.json")) as TimelineDocument),
    ],
    [
      "docs/dates.md",
      () => ({
        dates: dateTable(),
        between: betweenTable(),
        calendars: `${CALENDARS.map((name) => `\`${name}\``).join(", ")}.`,
        ...phraseTables(),
      }),
    ],
    ["docs/styling.md", () => ({ properties: propertyTable() })],
    ["CONTRIBUTING.md", () => ({ committed: committedTable() })],
    ["docs/accessibility.md", () => ({ statements: accessibilityTable() })],
    [
      "docs/proof.md",
      () => ({
        security: proofTable(SECURITY),
        reliability: proofTable(RELIABILITY),
        faults: proofTable(FAULTS),
      }),
    ],
  ])("shows what the library really makes: %s", async (path, regionsOf) => {
    const filled = await fillRegions(read(path), regionsOf());
    expectCommitted("DOCS", new URL(path, ROOT), filled);
  });
});
