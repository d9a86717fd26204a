/** A line of a calendar has at most so many octets. */
const OCTETS = 75;

/** A line with its end, folded between characters so that no part has more than 75 octets (RFC 5545, section 3.1). */
export function foldLine(line: string): string {
  let folded = "";
  let length = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (length + octets > OCTETS) {
      folded += "\r\n ";
      length = 1;
    }
    folded += character;
    length += octets;
  }
  return `${folded}\r\n`;
}

/** The octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** A text as a value: backslash, semicolon, comma and line breaks are escaped, other controls are left out. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\n|\r/g, "\\n")
    .replace(/\p{Cc}/gu, (sign) => (sign === "\t" ? sign : ""));
}

/** A text as the value of a parameter, in quotes, with the escapes of RFC 6868. */
export function escapeParameter(text: string): string {
  return `"${text
    .replaceAll("^", "^^")
    .replaceAll('"', "^'")
    .replace(/\r\n|\n|\r/g, "^n")
    .replace(/\p{Cc}/gu, "")}"`;
}
