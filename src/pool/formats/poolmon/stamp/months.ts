/**
 * The shortest beginnings that tell the months apart, January first, in the languages that write months as words in
 * dates of logs. A name matches when it starts with one of them.
 * Source: the month names of Unicode CLDR, https://cldr.unicode.org
 */
// prettier-ignore
const LANGUAGES = [ // cspell:disable
  "jan feb mar apr may jun jul aug sep oct nov dec", // English
  "jän feb mär apr mai jun jul aug sep okt nov dez", // German
  "janv fév mars avr mai juin juil août sept oct nov déc", // French
  "ene feb mar abr may jun jul ago sep oct nov dic", // Spanish
  "gen feb mar apr mag giu lug ago set ott nov dic", // Italian
  "jan fev mar abr mai jun jul ago set out nov dez", // Portuguese
  "jan feb maa apr mei jun jul aug sep okt nov dec", // Dutch
  "jan feb mar apr maj jun jul aug sep okt nov dec", // Danish, Swedish
  "янв фев мар апр мая июн июл авг сен окт ноя дек", // Russian
].map((line) => line.split(" ")); // cspell:enable

/** The month (1 to 12) that a word names, undefined where it names none. */
export function monthOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (lower.length < 3) return undefined;
  for (const names of LANGUAGES) {
    const at = names.findIndex((name) => lower.startsWith(name));
    if (at >= 0) return at + 1;
  }
  return undefined;
}
