// Shows what the library reads in a date that is typed, as EDTF or in words: dates.html?lang=en&date=2020-03~
const DAY = 86_400_000;
/** The last day that a `Date` can tell, counted from 1970. */
const LAST_DAY = 100_000_000;

const TEXTS = {
  ar: {
    heading: "اقرأ تاريخاً",
    date: "تاريخ بصيغة EDTF أو بالكلمات",
    publishedOn: "يوم النشر",
    edtf: "EDTF",
    starts: "أبكر بداية وآخرها",
    ends: "أبكر نهاية وآخرها",
    confidence: "الثقة",
    alternatives: "قراءات أخرى",
    arabic: "بالعربية",
    english: "بالإنكليزية",
    issue: "تنبيه",
    nothing: "لا تاريخ هنا",
    ambiguous: "له قراءتان، فاختر",
    open: "مفتوح",
    unknown: "غير معلوم",
  },
  en: {
    heading: "Read a date",
    date: "A date in EDTF or in words",
    publishedOn: "Published on",
    edtf: "EDTF",
    starts: "Earliest and latest start",
    ends: "Earliest and latest end",
    confidence: "Confidence",
    alternatives: "Other readings",
    arabic: "In Arabic",
    english: "In English",
    issue: "Note",
    nothing: "No date is found here",
    ambiguous: "It can be read in two ways: choose one",
    open: "open",
    unknown: "unknown",
  },
};

const SAMPLES = [
  "مطلع شهر آذار/ مارس الماضي",
  "2011-03-15/..",
  "early March 2020",
  "۱۹ تیر ۱۳۹۹",
  "1441-11-18[u-ca=islamic-umalqura]",
  "09/07/2020",
  "[1667,1668]",
  "156X~",
];

const asked = new URL(document.URL).searchParams;
const lang = asked.get("lang") === "en" ? "en" : "ar";
const words = TEXTS[lang];
const field = document.getElementById("date");
const publishedOn = document.getElementById("published-on");
const found = document.getElementById("found");

/** The date of a text, for `createTimeline`, and what is known of how it was read. */
function read(text) {
  const exact = mizwala.parseEDTF(text);
  if (exact.ok) return { date: exact.value.text, dir: "ltr", edtf: exact.value };
  if (isDate(text)) return { date: text, dir: "ltr" };
  const phrase = mizwala.parseDateText(text, { publishedOn: publishedOn.value });
  if (!phrase) return undefined;
  const inner = phrase.isAmbiguous ? undefined : mizwala.parseEDTF(phrase.edtf).value;
  return { date: inner?.text, dir: "auto", edtf: inner, phrase };
}

/** Whether it is a date that is no EDTF: one with a time, or in another calendar. */
function isDate(text) {
  try {
    return mizwala.formatDate(text) !== "";
  } catch {
    return false;
  }
}

function dayText(day) {
  if (Math.abs(day) > LAST_DAY) return `Y${Math.round(day / 365.2425 - 0.5) + 1970}`;
  return new Date(day * DAY)
    .toISOString()
    .split("T")[0]
    .replace(/^([+-])0*(?=\d{4})/, "$1");
}

const boundsOf = (end) =>
  typeof end === "object" ? code(`${dayText(end.earliest)} – ${dayText(end.latest)}`) : words[end];

function create(name, text, attributes = {}) {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** A button that types a text into the field. */
function choice(text) {
  const button = create("button", text, { type: "button", dir: "auto" });
  button.addEventListener("click", () => {
    field.value = text;
    show();
  });
  return button;
}

/** A row of the answer, unless there is nothing to say. */
function row(name, ...parts) {
  if (parts.length === 0) return [];
  const value = create("dd", "", { "data-name": name });
  value.append(...parts.flatMap((part) => [part, " "]).slice(0, -1));
  return [create("dt", words[name]), value];
}

const code = (text) => create("code", text, { dir: "ltr" });
const written = (text, dir, locale) => create("bdi", text, { dir, lang: locale });

function rowsOf({ date, edtf, phrase }) {
  const format = (locale, more) => mizwala.formatDate(date, { locale, ...more });
  return [
    ...row("edtf", ...(edtf ? [code(edtf.text)] : [])),
    ...row("starts", ...(edtf ? [boundsOf(edtf.start)] : [])),
    ...row("ends", ...(edtf ? [boundsOf(edtf.end)] : [])),
    ...row("confidence", ...(phrase ? [code(`${Math.round(phrase.confidence * 100)} %`)] : [])),
    ...row("issue", ...(phrase?.issue ? [written(phrase.issue.expected, "ltr", "en")] : [])),
    ...row(
      "arabic",
      ...(date ? [written(format("ar-SY", { monthNames: "dual", numerals: "latn" }), "rtl", "ar")] : []),
    ),
    ...row("english", ...(date ? [written(format("en"), "ltr", "en")] : [])),
    ...row("alternatives", ...(phrase?.alternatives ?? []).map(choice)),
  ];
}

const timeline = mizwala.createTimeline(document.getElementById("timeline"), {
  locale: lang === "ar" ? "ar-SY" : "en",
  monthNames: lang === "ar" ? "dual" : "auto",
  numerals: "latn",
  details: false,
  events: [],
});

function show() {
  const text = field.value.trim();
  const result = read(text);
  const note = !result ? words.nothing : result.date ? undefined : words.ambiguous;
  found.replaceChildren(...(note ? row("issue", note) : []), ...(result ? rowsOf(result) : []));
  timeline.update({ events: result?.date ? [{ date: result.date, title: text, dir: result.dir }] : [] });
}

document.documentElement.lang = lang;
document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";
document.title = words.heading;
for (const element of document.querySelectorAll("[data-text]")) element.textContent = words[element.dataset.text];
document.getElementById("samples").append(...SAMPLES.flatMap((sample) => [choice(sample), " "]));
field.value = asked.get("date") ?? SAMPLES[0];
for (const input of [field, publishedOn]) input.addEventListener("input", show);
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
show();
