export { hangFlags } from "../../src/layout/flags.js";
export { rangeFlags } from "../../src/layout/ranges.js";
export { rankFlags } from "../../src/layout/ranking.js";
