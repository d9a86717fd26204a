/** The texts in every place of files that are not our own: a table, a calendar, and the data of two other timelines. */
export function foreignFiles(texts: readonly string[]): readonly string[] {
  const plain = texts.filter((text) => !text.includes("\0"));
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const table = [
    "date,title,summary,lane,kind,url,source",
    ...plain.map((text) => `2020,${Array(6).fill(cell(text)).join()}`),
  ];
  const entry = (text: string): string =>
    `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20200709\r\n${["SUMMARY", "DESCRIPTION", "LOCATION", "UID", "URL", "CATEGORIES"]
      .map((name) => `${name}:${text.replace(/\r?\n/g, "\\n")}`)
      .join("\r\n")}\r\nEND:VEVENT`;
  const calendar = ["BEGIN:VCALENDAR", ...plain.map(entry), "END:VCALENDAR"].join("\r\n");
  const timelinejs = JSON.stringify({
    events: plain.map((text) => ({
      ...{ start_date: { year: 2020 }, text: { headline: text, text }, group: text, unique_id: text },
      media: { url: text, caption: text, credit: text, alt: text, link: text },
    })),
  });
  const vis = JSON.stringify(
    plain.map((text, id) => ({
      id,
      start: "2020-01-01",
      content: text,
      title: text,
      className: text,
      style: text,
      group: text,
    })),
  );
  return [table.join("\n"), calendar, timelinejs, vis];
}
