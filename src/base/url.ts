/** An address that may become a link. */
export interface SafeUrl {
  /** For the attribute `href`: absolute without user and password, or relative as given. */
  readonly href: string;
  /** The host in ASCII, with a port where there is one; empty for relative addresses, `mailto:` and `tel:`. */
  readonly host: string;
  /** Whether it leads to another site. */
  readonly isExternal: boolean;
}

/** How an address is read. */
export interface UrlOptions {
  /** The page that relative addresses start from; left out, they stay relative. */
  readonly base?: string;
}

/** What may become a link; engines differ in what else they let pass in the name of a host. */
const ALLOWED = /^(https?:\/\/[\w.:[\]-]+\/|mailto:|tel:)/;
const NOWHERE = "https://relative.invalid";
const CONTROLS = /\p{Cc}/gu;
/** RFC 3986, section 4.2: the first segment of a relative path holds no colon. */
const COLON_FIRST = /^[^/?#]*:/;

/**
 * The address as a link, where its protocol is `https`, `http`, `mailto` or `tel`, or where it is relative; `undefined`
 * otherwise. Decided by the parser of the WHATWG URL standard, so that server and browser agree.
 *
 * @param text - The address.
 * @param options - How to read it.
 */
export function safeUrl(text: string, options: UrlOptions = {}): SafeUrl | undefined {
  const address = text.replace(CONTROLS, "").trim();
  const absolute = parse(address);
  if (absolute) return allowed(absolute, options.base);
  if (address === "" || COLON_FIRST.test(address)) return undefined;
  const resolved = parse(address, options.base ?? NOWHERE);
  if (!resolved) return undefined;
  const isRelative = options.base === undefined && resolved.origin === NOWHERE;
  return isRelative ? { href: address, host: "", isExternal: false } : allowed(resolved, options.base);
}

function parse(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

function allowed(url: URL, base: string | undefined): SafeUrl | undefined {
  url.username = "";
  url.password = "";
  if (!ALLOWED.test(url.href)) return undefined;
  const isExternal = url.host !== "" && (base === undefined || parse(base)?.host !== url.host);
  return { href: url.href, host: url.host, isExternal };
}
