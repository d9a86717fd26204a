/** A pure step that remembers its last result; `runs` counts how often it was really computed. */
export interface Pass<Inputs extends readonly unknown[], Result> {
  /** The result for these inputs: the last one where every input is the same value as last time. */
  (...inputs: Inputs): Result;
  /** How often the step was computed so far. */
  readonly runs: number;
}

/** Makes a {@link Pass} of a pure function. What it depends on is exactly what it is called with. */
export function memo<Inputs extends readonly unknown[], Result>(
  compute: (...inputs: Inputs) => Result,
): Pass<Inputs, Result> {
  let runs = 0;
  let last: { inputs: Inputs; result: Result } | undefined;
  const pass = (...inputs: Inputs): Result => {
    if (last?.inputs.length !== inputs.length || inputs.some((input, i) => !Object.is(input, last?.inputs[i]))) {
      runs++;
      last = { inputs, result: compute(...inputs) };
    }
    return last.result;
  };
  return Object.defineProperty(pass, "runs", { get: () => runs }) as Pass<Inputs, Result>;
}
