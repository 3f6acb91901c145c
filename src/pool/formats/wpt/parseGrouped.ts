/** Thousands may be set apart by a comma, a point, an apostrophe, or a blank of several widths, as the user's locale has it. */
const RE_GROUPED = /^\d{1,3}(?:([,.'’ \u00a0\u202f\u2009])\d{3})(?:\1\d{3}){0,5}$/;

const RE_PLAIN = /^\d{1,17}$/;

/** A part behind a point or comma; before it thousands may be set apart by another sign. */
const RE_DECIMAL = /^(\d{1,3}(?:[,.'’ \u00a0\u202f\u2009]\d{3}){0,5}|\d{1,15})[.,](\d{1,9})$/;

/**
 * Reads a count as WPA shows it: `1,048,576`, `1.048.576`, `1 048 576`. Counts and bytes are whole, so `1.024` is a thousand
 * and twenty-four where `isWhole`; kilobytes may have parts. NaN for a blank; undefined where it is no number.
 */
export function parseGrouped(field: string, isWhole: boolean): number | undefined {
  const text = field.trim();
  if (text === "") return NaN;
  if (text.length > 40) return undefined;
  if (RE_PLAIN.test(text)) return Number(text);
  const grouped = RE_GROUPED.exec(text);
  if (grouped && (isWhole || grouped[1] !== "." || text.split(".").length > 2))
    return Number(text.replaceAll(/\D/g, ""));
  const decimal = RE_DECIMAL.exec(text);
  if (!decimal || (isWhole && /[1-9]/.test(decimal[2]!))) return undefined;
  return Number(`${decimal[1]!.replaceAll(/\D/g, "")}.${decimal[2]}`);
}

/** Prints a count as WPA does in English: from a thousand on in groups. */
export function printGrouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
