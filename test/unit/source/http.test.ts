import { httpSource } from "../../../src/source/http-source.js";
import { createSourceHandler } from "../../../src/source/handler.js";
import { describeSource } from "../../support/source-conformance.js";

describeSource("A source of events behind an address", ({ source }) => {
  const handler = createSourceHandler(source, { path: "/v1/events" });
  const fetch = async (address: string, init: { readonly signal?: AbortSignal }): Promise<Response> =>
    (await handler.fetch(new Request(address, init)))!;
  return Promise.resolve({ source: httpSource("https://example.org/v1/events", { fetch }) });
});
