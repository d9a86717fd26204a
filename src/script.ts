import { defineTimelineElement } from "./element/index.js";
import { brush, download, editing, overview, search, story, table } from "./features/index.js";

export * from "./index.js";
export * from "./svg/index.js";
export * from "./time/index.js";
export * from "./features/index.js";
export * from "./element/index.js";
export * from "./embed/index.js";

defineTimelineElement({ features: { brush, download, editing, overview, search, story, table } });
