import { describe, expect, it } from "vitest";
import type { EventBase } from "../../../src/model/input.js";
import { HUES } from "../../../src/model/kinds.js";
import type { TimelineOptions } from "../../../src/model/options.js";
import { ERA_OPACITY } from "../../../src/scene/eras.js";
import type { Scene, ShapeNode } from "../../../src/scene/scene.js";
import { PALETTES, type Paint } from "../../../src/scene/theme.js";
import { renderToSVG } from "../../../src/svg/index.js";
import { contrastOf, lightOf } from "../../support/colour.js";
import { laidOut } from "../layout/laid-out.js";

const DOCUMENT: Partial<TimelineOptions<EventBase>> = {
  eras: [
    { id: "war", title: "The war", date: "2020-01/2020-06", hue: "red" },
    { id: "after", title: "After it", date: "2020-07-01/..", hue: "teal" },
  ],
  events: [
    { id: "talks", date: "2020-02-01", title: "Talks", leadsTo: ["treaty"] },
    { id: "treaty", date: "2020-07-01", title: "A treaty" },
    { id: "note", date: "2020-10-01", title: "A note", partOf: "treaty" },
  ],
  now: "2020-09-01",
};

const sceneOf = (options: Partial<TimelineOptions<EventBase>> = {}, hinted?: string): Scene => {
  const { at, sceneOf } = laidOut({ ...DOCUMENT, ...options });
  return sceneOf(at(), { hinted });
};
const find = ({ shapes }: Scene, key: string): ShapeNode => shapes.find((node) => node.key === key)!;
const numbersIn = (text: string): number[] => text.match(/-?[\d.]+/g)!.map(Number);

const rgbOf = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const mix = (over: readonly number[], under: readonly number[], opacity: number): number[] =>
  under.map((value, i) => value + (over[i]! - value) * opacity);
const hexOf = (rgb: readonly number[]): string =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;

describe("Eras", () => {
  it.each(["light", "dark"] as const)("A55: leave text its contrast of 4.5 to 1, on two bands too, %s.", (theme) => {
    const palette = PALETTES[theme];
    const texts: Paint[] = ["ink", "muted", ...HUES.map((hue): Paint => `hue-${hue}`)];
    const faults = HUES.flatMap((one) =>
      HUES.flatMap((other) => {
        const below = mix(rgbOf(palette[`hue-${one}`]), rgbOf(palette.paper), ERA_OPACITY);
        const ground = lightOf(hexOf(mix(rgbOf(palette[`hue-${other}`]), below, ERA_OPACITY)));
        return texts
          .filter((text) => contrastOf(lightOf(palette[text]), ground) < 4.5)
          .map((text) => [one, other, text]);
      }),
    );
    expect(faults).toEqual([]);
  });

  it("are bands from their names down to the axis, behind everything else.", () => {
    const scene = sceneOf();
    const band = find(scene, "era:war");
    expect(scene.shapes.indexOf(band)).toBe(0);
    expect(band).toMatchObject({ className: "mizwala-era", children: expect.any(Array) as unknown });
    const { axisAt } = laidOut(DOCUMENT).at();
    for (const piece of (band as Extract<ShapeNode, { kind: "group" }>).children)
      expect(piece).toMatchObject({ kind: "rect", y: 0, height: axisAt, fill: "hue-red" });
    expect(scene.labels.find(({ key }) => key === "era:war")).toMatchObject({ className: "mizwala-era-name" });
  });

  it("mirror with time.", () => {
    const [ltr, rtl] = [sceneOf(), sceneOf({ timeDirection: "rtl" })].map((scene) =>
      (find(scene, "era:after") as Extract<ShapeNode, { kind: "group" }>).children.map(
        (piece) => piece as Extract<ShapeNode, { kind: "rect" }>,
      ),
    );
    expect(rtl!.map(({ x, width }) => 1072 - x - width)).toEqual(ltr!.map(({ x }) => x));
  });
});

describe("Links", () => {
  it("arch between the axis and the lowest label, up to their tier.", () => {
    const { at } = laidOut(DOCUMENT);
    const { axisAt, labels, floor } = at();
    const lowest = Math.min(...labels.map(({ across, label }) => across - label.height));
    const { d } = find(sceneOf(), "link:leads:talks:treaty") as Extract<ShapeNode, { kind: "path" }>;
    const heights = numbersIn(d).filter((_, i) => i % 2 === 1);
    expect(Math.max(...heights)).toBeLessThanOrEqual(axisAt - 6);
    expect(Math.min(...heights)).toBe(axisAt - 16);
    expect(lowest).toBe(44 + floor);
    expect(floor).toBe(12);
  });

  it("are dotted to a whole, and stronger where an event is pointed at.", () => {
    expect(find(sceneOf(), "link:part:note:treaty")).toMatchObject({ dash: "1 3", className: "mizwala-link is-part" });
    const scene = sceneOf({}, "talks");
    expect(find(scene, "link:leads:talks:treaty").className).toBe("mizwala-link is-leads is-hinted");
    expect(find(scene, "link:part:note:treaty").className).toBe("mizwala-link is-part");
  });

  it("take no room and draw nothing where they are not wanted.", () => {
    const { floor, links } = laidOut({ ...DOCUMENT, links: false }).at();
    expect([floor, links]).toEqual([0, []]);
  });
});

describe("renderToSVG", () => {
  it("draws eras and links, and the line of now where the author says when that is.", () => {
    const { now, ...rest } = DOCUMENT;
    const events = DOCUMENT.events ?? [];
    const svg = renderToSVG<EventBase>({ ...rest, events, now: now! });
    for (const name of ["mizwala-era", "mizwala-era-name", "mizwala-link", "mizwala-now"])
      expect(svg).toContain(`class="${name}`);
    expect(svg).toContain(">The war<");
    expect(renderToSVG<EventBase>({ ...rest, events })).not.toContain("mizwala-now");
  });
});
