import { format } from "prettier";

const REGION = /(?<=<!-- from: ([\w-]+) -->\n)[^]*?(?=<!-- end -->)/g;

/** A guide with its generated regions made anew, `<!-- from: NAME -->` to `<!-- end -->`, in the form of the formatter. */
export function fillRegions(guide: string, regions: Readonly<Record<string, string>>): Promise<string> {
  const used = new Set<string>();
  const filled = guide.replace(REGION, (_, name: string) => {
    used.add(name);
    return `\n${regions[name] ?? `**there is no region ${name}**`}\n\n`;
  });
  const unused = Object.keys(regions).filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`The guide has no place for ${unused.join(", ")}.`);
  return format(filled, { parser: "markdown", printWidth: 120 });
}
