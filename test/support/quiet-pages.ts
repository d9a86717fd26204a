import { afterAll, afterEach, expect } from "vitest";
import { takeUnheard } from "./heard.js";

/** R45: no page of a test warns, complains or fails unless the test asks for what it has said. */
const expectQuiet = async (): Promise<void> => {
  expect(await takeUnheard(), "on a console that no test has asked for").toEqual([]);
};
afterEach(expectQuiet);
afterAll(expectQuiet);
