declare module "papaparse" {
  const papa: {
    readonly parse: (
      text: string,
      options?: { readonly header?: boolean; readonly skipEmptyLines?: boolean },
    ) => unknown;
  };
  export default papa;
}
