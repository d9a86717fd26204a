import { COMMITTED, updateOf, type CommittedName } from "../../support/committed.js";

/** What is committed and compared, for CONTRIBUTING.md. */
export const committedTable = (): string =>
  [
    "| what | right if | command |",
    "| --- | --- | --- |",
    ...(Object.keys(COMMITTED) as CommittedName[]).map((name) => {
      const { what, when } = COMMITTED[name];
      return `| ${what} | ${when} | \`${updateOf(name)}\` |`;
    }),
  ].join("\n");
