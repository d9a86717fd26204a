import { readFile } from "node:fs/promises";

const FILES = [
  "noto-sans/400Regular/NotoSans_400Regular.ttf",
  "noto-sans/700Bold/NotoSans_700Bold.ttf",
  "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
] as const;

/** Where the fonts of the tests are, from the root of the project. */
export const NOTO_FILES: readonly string[] = FILES.map((file) => `node_modules/@expo-google-fonts/${file}`);

/** The fonts of the tests: Noto Sans and Noto Sans Arabic, regular and bold. */
export function readNoto(): Promise<Uint8Array[]> {
  return Promise.all(NOTO_FILES.map((file) => readFile(new URL(`../../${file}`, import.meta.url))));
}
