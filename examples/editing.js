// A timeline that is edited by its readers, and grows by the buttons of the page.
const TEXTS = {
  ar: {
    heading: "حرّر الأحداث",
    help: "اسحب حدثاً أو طرفه، أو انقر مرتين في مكان خالٍ، أو اضغط F2 على حدث ثم الأسهم.",
    append: "أضف حدثاً من الصفحة",
    refuse: "امنع الحذف",
    start: "ما من تغيير بعد",
    refused: "رُفض الحذف",
  },
  en: {
    heading: "Edit the events",
    help: "Drag an event or an end of it, double-click where nothing is, or press F2 on an event and then arrows.",
    append: "Let the page add an event",
    refuse: "Refuse deletion",
    start: "No change yet",
    refused: "Deletion refused",
  },
};

const lang = new URL(document.URL).searchParams.get("lang") === "en" ? "en" : "ar";
const texts = TEXTS[lang];
document.documentElement.lang = lang;
document.documentElement.dir = lang === "en" ? "ltr" : "rtl";
document.title = texts.heading;
for (const key of ["heading", "help"]) document.querySelector(`[data-text=${key}]`).textContent = texts[key];

const response = await fetch("lanes-ibn-battuta.json");
const given = await response.json();
const options = lang === "en" ? { ...given, locale: "en", monthNames: "auto", numerals: "auto" } : given;
window.edit = mizwala.editing();
window.timeline = mizwala.createTimeline(document.getElementById("timeline"), { ...options, features: [window.edit] });

const output = document.getElementById("change");
const say = (text, dir) => Object.assign(output, { textContent: text, dir });
say(texts.start, document.documentElement.dir);

/** What a change changes, as JSON. */
function fieldsOf(event) {
  if (!event) return "nothing";
  const { id, date, lane, title } = event;
  return JSON.stringify({ id, date, lane, title: title[lang] ?? title });
}

let isRefused = false;
window.timeline.on("change", ({ action, cause, before, after, refuse }) => {
  if (isRefused && action === "remove" && cause === "edit") {
    refuse();
    say(texts.refused, document.documentElement.dir);
  } else say(`${action}, ${cause}: ${fieldsOf(before)} → ${fieldsOf(after)}`, "ltr");
});

function addButton(text, act) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  button.addEventListener("click", () => act(button));
  document.getElementById("acts").append(button, " ");
  return button;
}
addButton(texts.append, () => {
  const title = { ar: "زيارة غرناطة", en: "A visit to Granada" };
  window.timeline.upsert([{ id: "granada", date: "1350~", lane: "travels", title }]);
});
addButton(texts.refuse, (button) => {
  isRefused = !isRefused;
  button.setAttribute("aria-pressed", String(isRefused));
}).setAttribute("aria-pressed", "false");
