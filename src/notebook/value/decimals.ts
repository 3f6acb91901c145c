import { groupThousands } from "./words.ts";

/** A no-break space, so that a number and its unit stay on one line. */
export const NBSP = "\u00a0";

/** A number with thousands separators, a true minus sign and this many decimals. */
export function fixed(value: number, decimals: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const digits = Math.abs(value).toFixed(decimals);
  const isZero = Number(digits) === 0;
  return (value < 0 && !isZero ? "−" : "") + groupThousands(digits);
}

/** Three to four significant digits; what is exact in fewer stays short. */
export function rounded(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || (Number.isInteger(value) && size < 1e15)) return fixed(value, 0);
  if (size >= 1e15 || size < 1e-4) return value.toExponential(2).replace("e+", "e").replaceAll("-", "−");
  const decimals = decimalsFor(Number(size.toPrecision(3)));
  for (let fewer = 1; fewer < decimals; fewer++) {
    if (Number(value.toFixed(fewer)) === value) return fixed(value, fewer);
  }
  return fixed(value, decimals);
}

/** The decimals that give a number of this size three to four significant digits. */
export function decimalsFor(size: number): number {
  if (size >= 1000) return size >= 10_000 ? 0 : 1;
  if (size >= 10) return 1;
  if (size >= 1) return 2;
  return Math.min(8, 2 - Math.floor(Math.log10(size)));
}

/** The decimals an uncertainty of this size deserves: one significant digit, two when it starts with 1 or 2. */
export function decimalsForError(size: number): number {
  if (!(size > 0) || !Number.isFinite(size)) return 0;
  const magnitude = Math.floor(Math.log10(size));
  const leading = size / 10 ** magnitude;
  return Math.min(8, Math.max(0, (leading < 3 ? 1 : 0) - magnitude));
}
