import { isObject } from "../model/rules.js";
import { readState, type TimelineState } from "./state.js";

/** Which parts of a hash belong to a timeline. */
export interface HashOwner {
  /** What its names begin with; empty for the only timeline of a page. */
  readonly prefix: string;
  /** The names of its features. */
  readonly names: readonly string[];
}

/** In UTF-16 code units; a longer hash says nothing, and is not written. */
const LONGEST = 8_000;

const FIELD = /^[a-z]\w{0,39}$/i;

/**
 * The state in the hash of an address, such as `#event=astana&domain=2020-07-01/2020-07-09&story=3`. Whatever it says, no
 * more comes out than {@link readState} lets through. Never throws.
 */
export function readHash(hash: string, { prefix, names }: HashOwner): TimelineState {
  const found = new Map<string, string>();
  for (const piece of piecesOf(hash.length > LONGEST ? "" : hash)) {
    const [name, value] = readPiece(piece);
    if (name?.startsWith(prefix) && value !== undefined && !found.has(name.slice(prefix.length)))
      found.set(name.slice(prefix.length), value);
  }
  const domain = found.get("domain");
  const [from, to, ...more] = domain?.split("/") ?? [];
  return readState({
    selected: found.get("event"),
    domain: more.length > 0 || domain === "all" ? domain : { from, to },
    layout: found.get("layout"),
    features: Object.fromEntries(names.map((name) => [name, readFeature(found, name)])),
  });
}

/**
 * A hash with a state in it, in the place of the one of the same timeline; what belongs to others stays. Where it would be
 * too long to be read again, it says nothing of features.
 */
export function writeHash(before: string, state: TimelineState, owner: HashOwner): string {
  const { prefix, names } = owner;
  const { selected, domain, layout, features = {} } = state;
  const isOwn = (name: string): boolean =>
    ["event", "domain", "layout", ...names].some((own) => name === prefix + own || name.startsWith(`${prefix}${own}.`));
  const others = piecesOf(before).filter((piece) => !isOwn(readPiece(piece)[0] ?? piece));
  const join = (pairs: readonly Pair[]): string => {
    const own = pairs.flatMap(([name, value]) =>
      value === undefined ? [] : `${escape(prefix + name)}=${escape(value)}`,
    );
    return [...others, ...own].map((piece, i) => `${i === 0 ? "#" : "&"}${piece}`).join("");
  };
  const core: readonly Pair[] = [
    ["event", selected],
    ["domain", isObject(domain) ? `${domain.from}/${domain.to}` : domain],
    ["layout", layout],
  ];
  const hash = join([...core, ...names.flatMap((name) => writeFeature(name, features[name]))]);
  return hash.length > LONGEST ? join(core) : hash;
}

type Pair = readonly [name: string, value: string | undefined];

function piecesOf(hash: string): string[] {
  return hash
    .replace(/^#/, "")
    .split("&")
    .filter((piece) => piece !== "");
}

function readPiece(piece: string): readonly (string | undefined)[] {
  const at = piece.indexOf("=");
  if (at < 0) return [];
  try {
    return [piece.slice(0, at), piece.slice(at + 1)].map(decodeURIComponent);
  } catch {
    return [];
  }
}

/** Slash, colon and comma mean nothing in a hash and stay readable. */
function escape(text: string): string {
  return encodeURIComponent(text).replace(/%(2F|3A|2C)/g, decodeURIComponent);
}

/** The fields of an object have pieces of their own; what is in them is JSON, and text that isn't is itself. */
function writeFeature(name: string, value: unknown): Pair[] {
  const fields = isObject(value) ? Object.entries(value) : [];
  const isFlat = fields.length > 0 && fields.every(([field]) => FIELD.test(field));
  return isFlat ? fields.map(([field, part]) => [`${name}.${field}`, write(part)]) : [[name, write(value)]];
}

function readFeature(found: ReadonlyMap<string, string>, name: string): unknown {
  const whole = found.get(name);
  if (whole !== undefined) return read(whole);
  const fields = [...found].filter(([key]) => key.startsWith(`${name}.`) && FIELD.test(key.slice(name.length + 1)));
  if (fields.length === 0) return undefined;
  return Object.fromEntries(fields.map(([key, value]) => [key.slice(name.length + 1), read(value)]));
}

function write(value: unknown): string | undefined {
  const isPlain = typeof value === "string" && !isJson(value) && !/\p{Cs}/u.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function read(text: string): unknown {
  return isJson(text) ? JSON.parse(text) : text;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
