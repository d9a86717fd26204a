/** Widths, and the characters that have them. */
export function tableRows(): [widths: string, characters: string][];
/** The widths of lam and alef in one. */
export function lamAlefs(): number[];
