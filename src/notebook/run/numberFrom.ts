/**
 * The number that a text writes: with thousands set apart by commas, points, apostrophes or blanks, with a decimal point or comma, in
 * hexadecimal after `0x`. `1,234` is read as an English page writes it, and `1.234` too.
 */
export function numberFrom(text: string): number | undefined {
  const written = text.trim().replace("−", "-");
  if (/^0x[0-9a-f]{1,13}$/i.test(written)) return parseInt(written, 16);
  const grouped = /^([-+]?[1-9]\d{0,2})((?:[,.'’\u00a0\u202f ]\d{3})+)(?:([.,])(\d+))?$/.exec(written);
  if (grouped) {
    const [, first = "", groups = "", point, decimals = "0"] = grouped;
    const marks = new Set(groups.match(/[^\d]/g));
    const [mark] = marks;
    // A single point is a decimal one; a mark that is both would be neither.
    const isDecimal = mark === "." && groups.length === 4 && point === undefined;
    if (marks.size > 1 || mark === point) return undefined;
    if (!isDecimal) return Number(`${first}${groups.replace(/[^\d]/g, "")}.${decimals}`);
  }
  if (!/^[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[-+]?\d{1,3})?$/i.test(written)) return undefined;
  const number = Number(written.replace(",", "."));
  return Number.isFinite(number) ? number : undefined;
}
