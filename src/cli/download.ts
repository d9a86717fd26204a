import { lookup, type LookupAddress } from "node:dns";
import { get as getPlain, type IncomingMessage, type RequestOptions } from "node:http";
import { get as getSecure } from "node:https";
import { BlockList, isIP } from "node:net";

/** How far reading from an address may go. */
export interface DownloadLimits {
  /** Octets. */
  readonly size: number;
  /** Milliseconds, for everything. */
  readonly time: number;
  readonly redirects: number;
  /** Whether an address may lead into the network of this machine. */
  readonly isPrivateAllowed: boolean;
}

/** The usual limits. */
export const DOWNLOAD_LIMITS: DownloadLimits = {
  size: 200_000_000,
  time: 60_000,
  redirects: 5,
  isPrivateAllowed: true,
};

/** Whether a name of a file is an address of the web instead. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

/**
 * The octets at an address. Nothing is sent but the question itself.
 *
 * @param address - Begins with `https:` or `http:`, as do all to which it is redirected.
 */
export async function* download(address: string, limits: DownloadLimits = DOWNLOAD_LIMITS): AsyncGenerator<Uint8Array> {
  const end = AbortSignal.timeout(limits.time);
  try {
    const answer = await answerOf(address, limits, end);
    let size = 0;
    for await (const piece of answer as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > limits.size) throw new Error(`the answer has more than ${limits.size} bytes`);
      yield piece;
    }
  } catch (error) {
    if (!end.aborted) throw error;
    throw new Error(`the answer took more than ${limits.time / 1000} seconds`, { cause: error });
  }
}

async function answerOf(address: string, limits: DownloadLimits, signal: AbortSignal): Promise<IncomingMessage> {
  let url = new URL(address);
  for (let redirects = 0; redirects <= limits.redirects; redirects++) {
    const answer = await ask(url, limits, signal);
    const { statusCode = 0, headers } = answer;
    const isRedirect = statusCode >= 300 && statusCode < 400 && headers.location !== undefined;
    if (statusCode === 200 && (headers["content-encoding"] ?? "identity") === "identity") return answer;
    answer.destroy();
    if (!isRedirect)
      throw new Error(
        statusCode === 200 ? "the answer is packed, which was not asked for" : `the answer is ${statusCode}`,
      );
    url = new URL(headers.location!, url);
  }
  throw new Error(`it is redirected more than ${limits.redirects} times`);
}

function ask(url: URL, { isPrivateAllowed }: DownloadLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const { protocol, hostname, username, password } = url;
  const get = protocol === "https:" ? getSecure : protocol === "http:" ? getPlain : undefined;
  if (!get) throw new Error(`it is redirected to ${protocol}, where only https: and http: are followed`);
  if (username !== "" || password !== "") throw new Error("an address with a password is not asked");
  const host = hostname.replace(/^\[|\]$/g, "");
  if (!isPrivateAllowed && isIP(host) > 0) assertPublic(host);
  const options: RequestOptions = {
    signal,
    headers: { "accept-encoding": "identity" },
    ...(!isPrivateAllowed && { lookup: publicLookup }),
  };
  return new Promise((resolve, reject) => {
    get(url, options, resolve).on("error", reject);
  });
}

/** Looks a name up, and refuses it where it leads into a private network, so that the answer can't be another by then. */
const publicLookup: NonNullable<RequestOptions["lookup"]> = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error: Error | null, found: LookupAddress[]) => {
    try {
      for (const { address } of error ? [] : found) assertPublic(address);
    } catch (refusal) {
      error = refusal as Error;
    }
    if (options.all === true) done(error, found);
    else done(error, found[0]?.address ?? "", found[0]?.family);
  });
};

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
  ] as const),
  ...([
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["224.0.0.0", 3],
  ] as const),
])
  PRIVATE.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv6");

function assertPublic(address: string): void {
  if (PRIVATE.check(address, isIP(address) === 6 ? "ipv6" : "ipv4"))
    throw new Error("it leads into a private network, which --no-private forbids");
}
