import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeUrl, type SafeUrl } from "../../../src/base/url.js";

const link = (href: string, host = "", isExternal = host !== ""): SafeUrl => ({ href, host, isExternal });
const refused = undefined;

const SPELLINGS: readonly (readonly [name: string, text: string, verdict: SafeUrl | undefined])[] = [
  ["https", "https://example.org/a?b#c", link("https://example.org/a?b#c", "example.org")],
  ["http", "http://example.org", link("http://example.org/", "example.org")],
  ["no protocol", "//example.org/a", link("https://example.org/a", "example.org")],
  ["an absolute path", "/rel", link("/rel")],
  ["a relative path", "rel.html", link("rel.html")],
  ["a fragment", "#f", link("#f")],
  ["a query", "?q=a:b", link("?q=a:b")],
  ["mailto", "mailto:desk@example.org", link("mailto:desk@example.org")],
  ["tel", "tel:+963110000", link("tel:+963110000")],
  ["javascript", "javascript:alert(1)", refused],
  ["javascript in mixed case", "JaVaScRiPt:alert(1)", refused],
  ["a tab inside the scheme", "java\tscript:alert(1)", refused],
  ["a line break inside the scheme", "java\nscript:alert(1)", refused],
  ["a leading blank", "  javascript:alert(1)", refused],
  ["a leading U+0001", "\u0001javascript:alert(1)", refused],
  ["a leading U+00A0", "\u00a0javascript:alert(1)", refused],
  ["a leading U+FEFF", "\ufeffjavascript:alert(1)", refused],
  ["U+200B inside the scheme", "java\u200bscript:alert(1)", refused],
  ["a character reference for the colon", "javascript&colon;alert(1)", link("javascript&colon;alert(1)")],
  ["an encoded colon", "javascript%3Aalert(1)", link("javascript%3Aalert(1)")],
  ["data text", "data:text/html,<script>alert(1)</script>", refused],
  ["data image", "data:image/png;base64,AAAA", refused],
  ["vbscript", "vbscript:msgbox(1)", refused],
  ["blob", "blob:https://example.org/1", refused],
  ["filesystem", "filesystem:https://example.org/t", refused],
  ["file", "file:///etc/passwd", refused],
  ["view-source", "view-source:https://example.org", refused],
  ["about", "about:blank", refused],
  ["intent", "intent://scan/#Intent;end", refused],
  ["feed around javascript", "feed:javascript:alert(1)", refused],
  ["https around javascript", "https:javascript:alert(1)", refused],
  ["a scheme of its own", "x-custom:a", refused],
  ["user and password", "https://user:pass@example.org/", link("https://example.org/", "example.org")],
  [
    "a host in punycode",
    "https://xn--e1afmkfd.example/",
    link("https://xn--e1afmkfd.example/", "xn--e1afmkfd.example"),
  ],
  ["U+202E in the host", "https://exam\u202eple.org/", refused],
  ["U+2066 in the path", "https://example.org/\u2066a", link("https://example.org/%E2%81%A6a", "example.org")],
  ["nothing", "", refused],
];

const ALLOWED = new Set(["https:", "http:", "mailto:", "tel:"]);

describe("safeUrl", () => {
  it("knows all 37 spellings", () => {
    expect(new Set(SPELLINGS.map(([, text]) => text)).size).toBe(37);
  });

  it.each(SPELLINGS)("decides about %s", (_name, text, verdict) => {
    expect(safeUrl(text)).toEqual(verdict);
  });

  it.each([
    ["a backslash for a slash", "\\\\example.org/a", link("https://example.org/a", "example.org")],
    ["a host without slashes", "https:example.org", link("https://example.org/", "example.org")],
    ["a host and a port without a protocol", "localhost:8080/a", refused],
    ["only blanks", " \t\n ", refused],
    ["a host that can't be", "https://", refused],
    ["signs that no host has", `https://"'{}`, refused],
    ["a number as a host, in brackets", "https://[::1]:8080/", link("https://[::1]:8080/", "[::1]:8080")],
    ["a host with an underscore", "https://a_b.example/", link("https://a_b.example/", "a_b.example")],
  ])("decides about %s", (_name, text, verdict) => {
    expect(safeUrl(text)).toEqual(verdict);
  });

  it.each([
    ["a Cyrillic а in a Latin name", "https://аpple.com/", "xn--pple-43d.com"],
    ["a Greek omicron in a Latin name", "https://gοogle.com/", "xn--gogle-rce.com"],
    ["Cyrillic letters and one that is Latin", "https://раураl.com/", "xn--l-7sba6dbr.com"],
    ["a hyphen that is none", "https://pay\u2011pal.com/", "xn--paypal-dg0c.com"],
    ["an ideographic full stop behind a mixed name", "https://exаmple\u3002org/", "xn--exmple-4nf.org"],
    ["a mixed name with a user and a port", "https://apple.com@аpple.com:8443/", "xn--pple-43d.com:8443"],
    ["Cyrillic letters alone that look like Latin ones", "https://аррӏе.com/", "xn--80ak6aa92e.com"],
    ["Arabic letters alone", "https://سوريا.example/", "xn--mgbtf8fl.example"],
    ["Arabic letters in one label and Latin ones in the next", "https://سانا.sana.sy/", "xn--mgba8aze.sana.sy"],
    ["Persian letters with the joiner that they need", "https://نامه\u200cای.example/", "xn--mgba3gch31f060k.example"],
    ["Latin letters with a mark", "https://bücher.example/", "xn--bcher-kva.example"],
    ["fullwidth letters, which are Latin ones", "https://ｅｘａｍｐｌｅ.org/", "example.org"],
    ["a letter in bold, which is a Latin one", "https://\u{1d41a}pple.com/", "apple.com"],
  ])("S39: shows the host in ASCII, with %s", (_name, text, host) => {
    expect(safeUrl(text)).toMatchObject({ host, isExternal: true });
    expect(safeUrl(text)!.href).toContain(`//${host}/`);
  });

  it("S39: refuses a host with Arabic and Latin letters in one label, which is none", () => {
    expect(safeUrl("https://sanaسانا.example/")).toBeUndefined();
    expect(safeUrl("https://سaنا.example/")).toBeUndefined();
  });

  it.each([
    ["../b", link("https://news.example/b")],
    ["https://news.example/c", link("https://news.example/c")],
    ["https://other.example/", link("https://other.example/", "other.example")],
    ["//other.example/d", link("https://other.example/d", "other.example")],
  ])("resolves %s from a base, and calls its host the same site", (text, { href, isExternal }) => {
    const verdict = safeUrl(text, { base: "https://news.example/a/index.html" });
    expect(verdict).toMatchObject({ href, isExternal });
  });

  it("refuses a relative address whose base is no page", () => {
    expect(safeUrl("a.html", { base: "nowhere" })).toBeUndefined();
    expect(safeUrl("a.html", { base: "file:///tmp/" })).toBeUndefined();
  });

  it("takes an absolute address for that of another site where the base is no page", () => {
    const address = "https://news.example/c";
    expect(safeUrl(address, { base: "nowhere" })).toEqual(link(address, "news.example"));
  });

  it("resolves from any base, be it the host that stands for no base", () => {
    const base = "https://relative.invalid/a/";
    expect(safeUrl("b", { base })).toEqual(link(`${base}b`, "relative.invalid", false));
  });

  it("lets through only what a browser resolves to an allowed protocol", () => {
    const piece = fc.constantFrom(
      ...Array.from("jJ:/\\?#@%. \t\n\u0001\u200b\u202e&;a1"),
      "javascript",
      "https",
      "data",
      "//",
      "\u00a0",
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
      fc.webUrl(),
      fc.string(),
    );
    const pages = ["https://page.example/a/", "http://page.example/"];
    fc.assert(
      fc.property(text, (address) => {
        const verdict = safeUrl(address);
        return pages.every((page) => {
          const url = verdict && new URL(verdict.href, page);
          return !url || (ALLOWED.has(url.protocol) && url.username === "" && url.password === "");
        });
      }),
      { seed: 20200709, numRuns: 2_000 },
    );
  });
});
