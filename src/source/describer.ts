import type { EventSource, SourceDescription } from "./contract.js";

/**
 * Makes what knows how a source describes itself: asked once for all who ask meanwhile, and anew when it says so or after a
 * while, which nobody waits for.
 *
 * @param lasting - How long a description lasts, in milliseconds.
 */
export function createDescriber(source: EventSource, lasting: number): () => Promise<SourceDescription> {
  let known: Promise<SourceDescription> | undefined;
  let until = 0;
  const renew = (): Promise<SourceDescription> => {
    until = Infinity;
    const asked = source.describe().finally(() => {
      until = performance.now() + lasting;
    });
    asked.then(
      () => (known = asked),
      () => {
        if (known === asked) known = undefined;
      },
    );
    return asked;
  };
  source.subscribe?.(() => {
    until = 0;
  });
  return () => {
    if (!known) known = renew();
    else if (performance.now() >= until) void renew();
    return known;
  };
}
