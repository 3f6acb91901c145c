/**
 * Numbers as they stand in a page. Whole numbers are counted in steps, `[step, first, difference, difference …]`, since
 * the differences of a counter are short and compress well: pool sizes are whole pages, samples come at even
 * intervals. With a step of 0 the numbers follow as they are.
 */
export type PackedNumbers = [step: number, ...numbers: number[]];

/** Digits kept of numbers that are not whole: more than is ever written, fewer than a float has. */
const DIGITS = 7;

/** Whole numbers come back as they were, others to seven digits. */
export function packNumbers(values: readonly number[]): PackedNumbers {
  if (!values.every(Number.isSafeInteger)) return [0, ...values.map((value) => Number(value.toPrecision(DIGITS)))];
  const step = values.reduce(greatestCommonDivisor, 0) || 1;
  return [step, ...values.map((value, index) => (value - (values[index - 1] ?? 0)) / step)];
}

export function unpackNumbers([step, ...numbers]: PackedNumbers): number[] {
  if (step === 0) return numbers;
  let sum = 0;
  return numbers.map((difference) => (sum += difference) * step);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}
