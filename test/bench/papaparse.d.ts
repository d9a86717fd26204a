declare module "papaparse" {
  const papa: { readonly parse: (text: string, options?: { readonly header?: boolean }) => unknown };
  export default papa;
}
