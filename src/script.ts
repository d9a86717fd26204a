export * from "./index.js";
export * from "./svg/index.js";
export * from "./time/index.js";
export * from "./features/index.js";
