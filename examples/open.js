// Opens a file of any form in the reader's own browser, says what is wrong with it, and draws it: open.html?lang=en
const TEXTS = {
  ar: {
    heading: "افتح ملفك",
    help: "جدول، تقويم، أو بيانات خط زمني آخر. الملف يُقرأ في متصفحك ولا يخرج منه.",
    where: "ألقِ ملفاً هنا، أو الصق نصاً، أو",
    choose: "اختر ملفاً",
    sample: "جرّب جدولاً فيه أخطاء",
    report: "ما وُجد فيه",
    mend: "أصلح ما هو مؤكد",
    save: "احفظه جدولاً",
    calendar: "احفظه تقويماً",
    none: "لا شيء: البيانات سليمة.",
    reading: "يُقرأ…",
    error: "خطأ",
    warning: "تنبيه",
    lost: "لا يُحفظ",
    mended: "أُصلح",
    row: "السطر",
    file: "الملف",
    fields: {
      date: "التاريخ",
      kind: "النوع",
      lane: "المسار",
      media: "الصور",
      sources: "المصادر",
      summary: "الملخص",
      title: "العنوان",
      url: "الرابط",
    },
    comma: "، ",
    wrong: ({ found, expected }) => `وُجد ${found}، والمتوقع ${expected}`,
  },
  en: {
    heading: "Open your file",
    help: "A table, a calendar, or the data of another timeline. The file is read in your browser and does not leave it.",
    where: "Drop a file here, paste text, or",
    choose: "Choose a file",
    sample: "Try a table with faults",
    report: "What was found",
    mend: "Mend what is sure",
    save: "Save as a table",
    calendar: "Save as a calendar",
    none: "Nothing: the data are sound.",
    reading: "Reading…",
    error: "Error",
    warning: "Warning",
    lost: "Not kept",
    mended: "Mended",
    row: "row",
    file: "file",
    fields: {},
    comma: ", ",
    wrong: ({ found, expected }) => `found ${found}, expected ${expected}`,
  },
};
/** More lines are counted, not listed. */
const MOST = 200;
/** No more events are drawn. */
const MOST_DRAWN = 5000;

const language = new URL(window.location.href).searchParams.get("lang") === "en" ? "en" : "ar";
const texts = TEXTS[language];
const find = (id) => document.getElementById(id);
const number = new Intl.NumberFormat(language === "ar" ? "ar-u-nu-latn" : "en");
const counted = (count) => {
  if (language === "en") return count === 1 ? "1 event" : `${number.format(count)} events`;
  const form = new Intl.PluralRules("ar").select(count);
  const forms = { zero: "لا أحداث", one: "حدث واحد", two: "حدثان", few: "أحداث", many: "حدثاً", other: "حدث" };
  return count < 3 ? forms[form] : `${number.format(count)} ${forms[form]}`;
};

document.documentElement.lang = language;
document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
document.title = texts.heading;
for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts[element.dataset.text];
for (const link of document.querySelectorAll("nav a"))
  if (link.lang === language) link.setAttribute("aria-current", "page");

/** What is open: its name, what was read of it, and what was mended. */
let open;
let drawn;

/** Reads a file batch by batch, so that the page stays alive. */
async function read(name, blob) {
  find("status").textContent = texts.reading;
  const batches = mizwalaFormats.readStream(blob, { locale: language === "ar" ? "ar" : "en" });
  const events = [];
  for await (const batch of batches) events.push(...batch);
  const { result } = batches;
  open = { name, result, document: { ...result.document, events }, rows: result.rows, mended: [] };
  show();
}

/** A text with pieces that keep their own direction: dates and names among Arabic words. */
function isolated(text, ...pieces) {
  const piece = pieces.find((each) => each && text.includes(each));
  if (piece === undefined) return [text];
  const [before, ...after] = text.split(piece);
  const own = document.createElement("bdi");
  own.textContent = piece;
  return [before, own, ...isolated(after.join(piece), ...pieces.filter((each) => each !== piece))];
}

/** One line of the report. */
function line(severity, place, message, ...pieces) {
  const item = document.createElement("li");
  item.dataset.severity = severity;
  const name = document.createElement("b");
  name.append(...isolated([texts[severity], ...place].join(texts.comma), place.at(-1)));
  item.append(name, ": ", ...isolated(message, ...pieces));
  return item;
}

/** The row and the field, in words. */
function placeOf({ path, row }) {
  const field = path.replace(/^(events\[\d+\]\.?|(row|line) \d+(, )?)/, "");
  const at = row ?? /^(?:row|line) (\d+)/.exec(path)?.[1];
  const place = at === undefined ? path : field;
  const name = texts.fields[place] ?? place;
  return [...(at === undefined ? [] : [`${texts.row} ${at}`]), ...(name === "" ? [] : [name])];
}

function show() {
  const { name, result, document: shown, rows, mended } = open;
  const findings = mizwalaFormats.examine(shown, { language, rows });
  const codes = new Set(findings.map(({ code }) => code));
  const issues = result.issues.filter(({ code }) => mended.length === 0 && !codes.has(code));
  const lines = [
    ...mended.map((each) => line("mended", placeOf(each), each.message, each.found, each.expected)),
    ...issues.map((each) => line(each.severity, placeOf(each), texts.wrong(each), each.found, each.expected)),
    ...findings.map((each) => line(each.severity, placeOf(each), each.message, each.found, each.expected)),
    ...result.losses.map((each) =>
      line(
        "lost",
        placeOf({ path: each.field, row: each.row }),
        `${each.found}: ${each.reason}`,
        each.found,
        each.reason,
      ),
    ),
  ];
  const rest = lines.length - MOST;
  const items = lines.slice(0, MOST);
  if (lines.length === 0) items.push(Object.assign(document.createElement("li"), { textContent: texts.none }));
  if (rest > 0) items.push(Object.assign(document.createElement("li"), { textContent: `+ ${number.format(rest)}` }));
  find("findings").replaceChildren(...items);
  // A list that scrolls is reached by keys.
  find("findings").tabIndex = 0;
  find("report").hidden = false;
  find("mend").disabled = !findings.some(({ repair }) => repair);
  const form = result.format ?? result.reason;
  find("status").replaceChildren(...isolated(`${name}: ${counted(shown.events.length)} (${form})`, name, form));
  drawn?.destroy();
  drawn = mizwala.createTimeline(find("timeline"), {
    ...shown,
    locale: language === "ar" ? "ar" : "en",
    events: shown.events.slice(0, MOST_DRAWN),
  });
  open.findings = findings;
}

function mend() {
  const repaired = open.findings.filter(({ repair }) => repair);
  const gone = new Set(repaired.filter(({ repair }) => repair.field === undefined).map(({ event }) => event));
  open.mended.push(...repaired);
  open.document = mizwalaFormats.mend(open.document, open.findings);
  open.rows = open.rows?.filter((_, event) => !gone.has(event));
  show();
  find("findings").focus();
}

async function save(format, end, type) {
  const { text } = await mizwalaFormats.write(open.document, { format });
  const href = URL.createObjectURL(new Blob([format === "csv" ? `\uFEFF${text}` : text], { type }));
  const link = Object.assign(document.createElement("a"), { href, download: `timeline.${end}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

const choose = (files) => {
  const [file] = files;
  if (file) void read(file.name, file);
};
find("file").addEventListener("change", () => choose(find("file").files));
find("sample").addEventListener("click", async () => {
  const answer = await fetch("visit.csv");
  await read("visit.csv", await answer.blob());
});
find("mend").addEventListener("click", mend);
find("save").addEventListener("click", () => save("csv", "csv", "text/csv"));
find("calendar").addEventListener("click", () => save("icalendar", "ics", "text/calendar"));
for (const type of ["dragover", "drop"])
  document.addEventListener(type, (event) => {
    event.preventDefault();
    find("drop").toggleAttribute("data-over", type === "dragover");
    if (type === "drop") choose(event.dataTransfer.files);
  });
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) find("drop").removeAttribute("data-over");
});
document.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain");
  if (event.clipboardData.files.length > 0) choose(event.clipboardData.files);
  else if (text !== "") void read(texts.file, new Blob([text]));
});
