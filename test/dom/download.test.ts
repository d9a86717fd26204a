import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { download, type Download, type DownloadOptions } from "../../src/features/index.js";
import { createTimeline, MizwalaError, type Timeline, type TimelineOptions } from "../../src/index.js";
import { EVENTS, preparePage } from "./page.js";

let host: HTMLElement;
let made: Timeline | undefined;
let saved: { name: string; type: string; text: Promise<string> }[];

const make = (feature: Download, options: Partial<TimelineOptions> = {}): Timeline => {
  const title = "من أستانا إلى دمشق";
  return (made = createTimeline(host, { locale: "ar-SY", title, events: EVENTS, features: [feature], ...options }));
};
const one = (selector: string): HTMLElement => host.querySelector<HTMLElement>(selector)!;
const button = (): HTMLElement => one("[data-control=download]");
const press = (key: string): boolean =>
  document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

beforeEach(() => {
  preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
  saved = [];
  const files = new Map<string, Blob>();
  URL.createObjectURL = (file) => {
    const address = `blob:${files.size}`;
    files.set(address, file as Blob);
    return address;
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    const file = files.get(this.href)!;
    saved.push({ name: this.download, type: file.type, text: file.text() });
  });
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("The download", () => {
  it("offers its forms below a button, which says so, in the language of the timeline", () => {
    make(download());
    expect([button().getAttribute("aria-expanded"), button().ariaLabel]).toEqual(["false", "تنزيل"]);
    button().click();
    expect(button().getAttribute("aria-expanded")).toBe("true");
    const forms = [...host.querySelectorAll<HTMLElement>(".mizwala-download-form")];
    expect(forms.map(({ textContent }) => textContent)).toEqual(["صورة (PNG)", "رسم (SVG)", "جدول (CSV)"]);
    expect(document.activeElement).toBe(forms[0]);
    press("Escape");
    expect([one(".mizwala-download-forms").hidden, document.activeElement === button()]).toEqual([true, true]);
  });

  it("saves the picture that is shown, by the name of the timeline", async () => {
    const feature = download();
    make(feature);
    button().click();
    one("[data-form=svg]").click();
    await expect.poll(() => saved).toHaveLength(1);
    const [file] = saved;
    expect([file!.name, file!.type]).toEqual(["من-أستانا-إلى-دمشق.svg", "image/svg+xml"]);
    const text = await file!.text;
    expect(text).toBe(feature.svg());
    for (const part of ["من أستانا إلى دمشق", "لقاء الأسد وباقري"]) expect(text).toContain(part);
    expect(one(".mizwala-download-forms").hidden).toBe(true);
  });

  it("draws what is in view, not all of it", () => {
    const feature = download();
    const timeline = make(feature);
    timeline.show({ from: "2020-07-06", to: "2020-07-10" });
    expect(feature.svg()).toContain("لقاء الأسد");
    expect(feature.svg()).not.toContain("قمة أستانا");
  });

  it("saves at once where there is one form, under the author's name", async () => {
    make(download({ forms: ["csv"], name: "visit" }), { locale: "en" });
    expect(button().ariaLabel).toBe("Download: Table (CSV)");
    expect(button().hasAttribute("aria-expanded")).toBe(false);
    button().click();
    await expect.poll(() => saved).toHaveLength(1);
    expect(saved[0]!.name).toBe("visit.csv");
    expect((await saved[0]!.text).replace(/^\ufeff/, "").split("\r\n")).toHaveLength(EVENTS.length + 2);
  });

  it("says where pixels can't be made, and stays usable", async () => {
    HTMLImageElement.prototype.decode = () => Promise.reject(new Error("refused"));
    make(download(), { locale: "en" });
    button().click();
    one("[data-form=png]").click();
    await expect.poll(() => one(".mizwala-download-note").hidden).toBe(false);
    expect(one(".mizwala-download-note").textContent).toBe("This page does not allow to make the picture");
    expect(saved).toEqual([]);
    one("[data-form=svg]").click();
    await expect.poll(() => saved).toHaveLength(1);
    expect(one(".mizwala-download-note").hidden).toBe(true);
  });

  it("has nothing to give before a timeline, and after it", async () => {
    const feature = download();
    expect([feature.svg(), feature.csv()]).toEqual(["", ""]);
    make(feature).destroy();
    expect([feature.svg(), feature.csv()]).toEqual(["", ""]);
    await expect(feature.png()).rejects.toThrow("Nothing is drawn yet.");
  });

  it("is not offered where there is nothing to see", () => {
    make(download(), { events: [] });
    expect(one(".mizwala-download").hidden).toBe(true);
  });

  it.each([
    [{ forms: [] }, "download.forms"],
    [{ forms: ["gif"] }, "download.forms"],
    [{ name: "a/b" }, "download.name"],
    [{ scale: 20 }, "download.scale"],
    [{ size: 2 }, "download.size"],
  ])("refuses %j", (options, path) => {
    expect(() => download(options as DownloadOptions)).toThrow(MizwalaError);
    expect(() => download(options as DownloadOptions)).toThrow(path);
  });
});
