/** The package `edtf` brings no types. */
declare module "edtf" {
  export function parse(text: string): unknown;
}
