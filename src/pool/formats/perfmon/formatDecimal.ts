/** `%g` turns to an exponent below this; Windows prints it with three digits: `8.8764864864864871e-005`. */
const SMALLEST_PLAIN = 1e-4;

/**
 * Prints a number as perfmon and relog do: whole numbers as they are, others like C's `%.17g`, which reads back to the same
 * bits. (Some Windows builds print 20 digits; 17 are enough for every double.)
 */
export function formatDecimal(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
  if (Math.abs(value) < SMALLEST_PLAIN) {
    const [digits, exponent] = value.toExponential(16).split("e") as [string, string];
    return `${trimZeros(digits)}e${exponent[0]}${exponent.slice(1).padStart(3, "0")}`;
  }
  return trimZeros(value.toPrecision(17));
}

const trimZeros = (digits: string) => digits.replace(/\.?0+$/, "");
