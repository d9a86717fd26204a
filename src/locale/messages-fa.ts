import type { Messages } from "./vocabulary.js";

/** The words of dates in Persian. */
export const persian: Partial<Messages> = {
  about: "حدود {text}",
  uncertain: "{text}؟",
  perhaps: "{text} (نامطمئن)",
  since: "از {text}",
  until: "تا {text}",
  unknown: "؟",
  unknownDate: "تاریخ نامعلوم",
  more: "\u200e+{n}",
  fromTo: "از {from} تا {to}",
  dateTime: "{date}، {time}",

  after: "{text} بعد",
  before: "{text} پیش‌تر",
  seconds: { zero: "هم‌زمان", other: "{length}" },
  minutes: { zero: "در همان دقیقه", other: "{length}" },
  hours: { zero: "در همان ساعت", other: "{length}" },
  days: { zero: "در همان روز", other: "{length}" },
  months: { zero: "در همان ماه", other: "{length}" },
  years: { zero: "در همان سال", other: "{length}" },
};
