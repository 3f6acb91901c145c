/**
 * Abbreviated weekday names, Sunday first, as `%DATE%` and `Get-Date` write them in the languages of Windows servers.
 * One spelling may mean different days in two languages (`so` is Sunday in German and Saturday in Czech), so a name
 * gives a set of days, used only to choose between readings of a date that are possible anyway.
 * Source: the abbreviated day names of Unicode CLDR, https://cldr.unicode.org
 */
// prettier-ignore
const LANGUAGES = [ // cspell:disable
  "sun mon tue wed thu fri sat", // English
  "so mo di mi do fr sa", // German
  "dim lun mar mer jeu ven sam", // French
  "dom lun mar mié jue vie sáb", // Spanish
  "dom lun mar mer gio ven sab", // Italian
  "dom seg ter qua qui sex sáb", // Portuguese
  "zo ma di wo do vr za", // Dutch
  "sø ma ti on to fr lø", // Danish, Norwegian
  "sön mån tis ons tors fre lör", // Swedish
  "su ma ti ke to pe la", // Finnish
  "nie pon wto śro czw pią sob", // Polish
  "ne po út st čt pá so", // Czech
  "вс пн вт ср чт пт сб", // Russian
  "вос пон вто сре чет пят суб", // Russian, long
  "нд пн вт ср чт пт сб", // Ukrainian
  "paz pzt sal çar per cum cmt", // Turkish
  "v h k sze cs p szo", // Hungarian
  "日 月 火 水 木 金 土", // Japanese
  "周日 周一 周二 周三 周四 周五 周六", // Chinese
  "星期日 星期一 星期二 星期三 星期四 星期五 星期六", // Chinese, long
  "일 월 화 수 목 금 토", // Korean
].map((line) => line.split(" ")); // cspell:enable

/** The days (0 is Sunday) that the weekday names in a text may mean; undefined where there is none. */
export function findWeekdays(text: string): ReadonlySet<number> | undefined {
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const days = daysOf(word);
    if (days.size > 0) return days;
  }
  return undefined;
}

function daysOf(word: string): Set<number> {
  const days = new Set<number>();
  for (const names of LANGUAGES) {
    for (const [day, name] of names.entries()) {
      // A long name starts with the short one, `Dienstag` with `di`; a single letter has to be the whole word.
      const long = name.length > 1 && name.codePointAt(0)! < 0x3000 && word.length >= 5;
      if (word === name || word === `${name}曜日` || word === `${name}요일` || (long && word.startsWith(name)))
        days.add(day);
    }
  }
  return days;
}
