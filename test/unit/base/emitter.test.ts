import { describe, expect, it } from "vitest";
import { createEmitter } from "../../../src/base/emitter.js";

interface Events {
  readonly select: string;
  readonly zoom: number;
}

describe("createEmitter", () => {
  it("calls the listeners of a type in their order, until they are removed.", () => {
    const heard: string[] = [];
    const emitter = createEmitter<Events>(() => undefined);
    const off = emitter.on("select", (id) => heard.push(`first ${id}`));
    emitter.on("select", (id) => heard.push(`second ${id}`));
    emitter.on("zoom", (factor) => heard.push(`zoom ${factor}`));
    emitter.emit("select", "a");
    off();
    off();
    emitter.emit("select", "b");
    expect(heard).toEqual(["first a", "second a", "second b"]);
  });

  it("counts each time that the same function is added.", () => {
    let calls = 0;
    const listener = (): number => calls++;
    const emitter = createEmitter<Events>(() => undefined);
    const off = emitter.on("zoom", listener);
    emitter.on("zoom", listener);
    emitter.emit("zoom", 1);
    off();
    emitter.emit("zoom", 1);
    expect(calls).toBe(3);
  });

  it("reports the error of a listener and goes on to the next.", () => {
    const reported: unknown[] = [];
    const heard: string[] = [];
    const emitter = createEmitter<Events>((error) => reported.push(error));
    emitter.on("select", () => {
      throw new Error("listener");
    });
    emitter.on("select", (id) => heard.push(id));
    emitter.emit("select", "a");
    expect(reported).toEqual([new Error("listener")]);
    expect(heard).toEqual(["a"]);
  });

  it("does not call in the same round a listener that was added in it.", () => {
    let late = 0;
    const emitter = createEmitter<Events>(() => undefined);
    emitter.on("zoom", () => {
      emitter.on("zoom", () => late++);
    });
    emitter.emit("zoom", 1);
    expect(late).toBe(0);
    emitter.emit("zoom", 1);
    expect(late).toBe(1);
  });

  it("forgets all listeners.", () => {
    let calls = 0;
    const emitter = createEmitter<Events>(() => undefined);
    emitter.on("zoom", () => calls++);
    emitter.clear();
    emitter.emit("zoom", 1);
    expect(calls).toBe(0);
  });
});
