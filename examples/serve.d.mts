import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";

/** Answers one request with a file of the project. */
export function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown>;

/** Listens on this machine only, at the first free port from `port` on; 0 takes any. */
export function listen(
  handler: (...parameters: Parameters<RequestListener>) => Promise<unknown>,
  port: number,
): Promise<Server>;
