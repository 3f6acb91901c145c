const RE_COLONS = /(?<![\d:])(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,:](\d{1,9}))?)?(?!:?\d)/;
const RE_DOTS = /(?<![\d.])(\d{1,2})\.(\d\d)\.(\d\d)(?:[.,](\d{1,9}))?(?![\d.])/;
/** Stamps that were made fit for file names, `2012-08-14_09-30-00`; the date has been taken out by then. */
const RE_DASHES = /(?:^|[\s_T-])(\d\d)-(\d\d)-(\d\d)(?!\d)/;
/** `20120814093000` of wmic, `20120814-0930`; the date has been taken out by then. */
const RE_COMPACT = /(?:^|[\s_T-])(\d\d)(\d\d)(\d\d)?(?:\.(\d{1,9}))?(?=$|[\s+-])/;

const RE_MORNING = /^\s?a\.?\s?m\b|^\s?πμ/i;
const RE_EVENING = /^\s?p\.?\s?m\b|^\s?μμ/i;
const RE_MORNING_BEFORE = /(?:上午|午前|오전)\s?$/;
const RE_EVENING_BEFORE = /(?:下午|午後|오후)\s?$/;

/** The time of day in a stamp line whose date was taken out, in milliseconds since midnight; undefined where there is none. */
export function findTimeOfDay(text: string): number | undefined {
  const found = RE_COLONS.exec(text) ?? RE_DOTS.exec(text) ?? RE_DASHES.exec(text) ?? RE_COMPACT.exec(text);
  if (!found) return undefined;
  const [whole, hours, minutes, seconds = "0", fraction = "0"] = found;
  const before = text.slice(0, found.index);
  const behind = text.slice(found.index + whole.length);
  const morning = RE_MORNING.test(behind) || RE_MORNING_BEFORE.test(before);
  const evening = RE_EVENING.test(behind) || RE_EVENING_BEFORE.test(before);
  let hour = Number(hours);
  if (morning || evening) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (evening ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3));
}
