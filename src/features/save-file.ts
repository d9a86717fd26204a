/** Offers a file to the reader, as a link to it would. */
export function saveFile({ document, URL }: Window & typeof globalThis, name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
