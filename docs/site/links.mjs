// Follows each link of a site of files.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ADDRESS = /\s(?:href|src|srcset|poster)="([^"]*)"/g;
const LOADED =
  /<(?:script|link|img|iframe|source|audio|video)\b[^>]*?\s(?:href|src|srcset|data)="((?:https?:)?\/\/[^"]*)"/g;
const ELSEWHERE = /^(https?:|mailto:|tel:|data:|javascript:)/;
const decode = (text) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");

/** The parts of a page that links can point to. */
const partsOf = (html) => new Set([...html.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id]) => decode(id)));

/** What is written outside of scripts. */
const withoutScripts = (html) => html.replace(/(<script\b[^>]*>)[^]*?<\/script>/g, "$1</script>");

/**
 * What is wrong with the links of all pages in a folder: files and parts that are not there, and what is loaded from another
 * host.
 *
 * @param {URL} site - Ends with a slash.
 * @returns {Promise<{ count: number, faults: string[] }>} How many links were followed, and each fault, with its page.
 */
export async function followLinks(site) {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = new Set(names.map((name) => pathToFileURL(name).href));
  const pages = new Map();
  for (const file of files)
    if (file.endsWith(".html")) pages.set(file, withoutScripts(await readFile(new URL(file), "utf8")));
  const parts = new Map([...pages].map(([file, html]) => [file, partsOf(html)]));
  const faults = [];
  let count = 0;
  for (const [page, html] of pages) {
    const wrong = (what) => faults.push(`${page.slice(site.href.length)}: ${what}`);
    for (const [, address] of html.matchAll(LOADED)) wrong(`loads ${address}`);
    for (const [, text] of html.matchAll(ADDRESS)) {
      const address = decode(text);
      if (ELSEWHERE.test(address)) continue;
      count++;
      const url = new URL(address, page);
      const part = decodeURIComponent(url.hash.slice(1));
      url.hash = "";
      url.search = "";
      if (!files.has(url.href)) wrong(`${address} is not there`);
      else if (part && parts.has(url.href) && !parts.get(url.href).has(part)) wrong(`${address} has no such part`);
    }
  }
  return { count, faults };
}
