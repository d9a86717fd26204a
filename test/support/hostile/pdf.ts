/** What a PDF file does by itself or when it is pressed. */
const ACTIONS = /\/(?:JavaScript|JS|OpenAction|AA|Launch|SubmitForm|ImportData|GoToR|EmbeddedFile|RichMedia|XFA)\b/g;
const ADDRESSES = /\/URI\s*\((.*?)(?<!\\)\)|\/URI\s*<([\da-f]*)>/gi;
const ALLOWED = /^(?:https?|mailto|tel):/i;

/** The addresses that a PDF file leads to; Chromium packs streams alone, so that they stand there as they are. */
export function addressesIn(pdf: Uint8Array): readonly string[] {
  return [...latin(pdf).matchAll(ADDRESSES)].map(([, plain, hex]) => plain ?? Buffer.from(hex!, "hex").toString());
}

/** What must not be in a PDF file: what it does by itself, and addresses that are not allowed. */
export function actionsIn(pdf: Uint8Array): readonly string[] {
  const own = [
    ...latin(pdf)
      .replace(/stream\r?\n[^]*?endstream/g, "")
      .matchAll(ACTIONS),
  ].map(([name]) => name);
  return [...own, ...addressesIn(pdf).filter((address) => !ALLOWED.test(address))];
}

const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");
