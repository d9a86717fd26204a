import type { Language } from "./sense.js";

/** English, British and American. */
export const ENGLISH: Language = {
  code: "en",
  months: [
    [
      "gregory",
      "january|jan,february|feb,march|mar,april|apr,may,june|jun,july|jul,august|aug,september|sept|sep,october|oct,november|nov,december|dec",
    ],
    [
      "islamic",
      "muharram,safar,rabi al-awwal|rabi i|rabi' al-awwal,rabi al-thani|rabi ii|rabi al-akhir,jumada al-awwal|jumada i|jumada al-ula," +
        "jumada al-thani|jumada ii|jumada al-akhira,rajab,shaban|sha'ban,ramadan,shawwal,dhu al-qadah|dhu al-qa'dah|dhu al-qa'da|dhu al-qi'dah|dhul qadah,dhu al-hijjah|dhu al-hijja|dhul hijjah",
    ],
    ["persian", "farvardin,ordibehesht,khordad,tir,mordad,shahrivar,mehr,aban,azar,dey,bahman,esfand"],
  ],
  weekdays: "sunday|sun,monday|mon,tuesday|tue|tues,wednesday|wed,thursday|thu|thur|thurs,friday|fri,saturday|sat",
  ordinals:
    "first,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,eleventh,twelfth,thirteenth,fourteenth,fifteenth,sixteenth," +
    "seventeenth,eighteenth,nineteenth,twentieth,twenty first,twenty second,twenty third,twenty fourth,twenty fifth,twenty sixth," +
    "twenty seventh,twenty eighth,twenty ninth,thirtieth,thirty first",
  cardinals: "one|a|an,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve",
  relative: {
    "-2": "day before yesterday|the day before yesterday",
    "-1": "yesterday|last night",
    0: "today|tonight|this morning|this afternoon|this evening",
    1: "tomorrow",
    2: "day after tomorrow|the day after tomorrow",
  },
  shifts: { before: "last|past|previous,this|current,next|coming|upcoming", after: "," },
  units: {
    day: "day|days",
    week: "week|weeks",
    month: "month|months",
    quarter: "quarter",
    half: "half",
    year: "year|years",
    decade: "decade|decades",
    century: "century|centuries",
    millennium: "millennium|millennia",
  },
  pairs: {},
  seasons: "spring,summer,autumn|fall,winter",
  tens: "twenties,thirties,forties,fifties,sixties,seventies,eighties,nineties",
  eras: {
    bc: "bc|b c|bce|b c e",
    gregory: "ad|a d|ce|c e",
    islamic: "ah|a h",
    persian: "ap|sh|a p",
    julian: "os|o s|old style|julian",
  },
  ago: "ago|earlier,from now|hence",
  plain: {
    part: "early|beginning|start|mid|middle|late|end",
    about: "c|ca|circa|about|around|approximately|approx|roughly",
    in: "in|during|on",
    link: "of|the|at|morning|evening|afternoon|night|noon|s",
    bar: "before|after|later than|earlier than|prior to|except|page|no|number|room|route|chapter|article",
    other:
      "other day|day by day|every day|half past|weekend|last weekend|this weekend|next weekend|next to|next door|end up",
    since: "since|starting|as of|from",
    until: "until|till|up to",
    from: "",
    to: "to|through|thru",
    between: "between",
    and: "and|&",
  },
  during: "during|throughout",
  weak: "may|march|mar|sun|sat|mon|wed|dec|jan|jun|second|fall|spring|tir|mehr|azar|dey|c|a|an|safar",
  prefixes: [],
  ownSigns: /[a-z]/i,
  weekStart: 1,
  calendar: "gregory",
};
