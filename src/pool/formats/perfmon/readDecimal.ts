/** Every power of ten that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** Dekker's constant: splits a double into two halves of 26 bits, whose products are exact. */
const SPLIT = 134_217_729;
const POWERS_HIGH = POWERS.map((power) => SPLIT * power - (SPLIT * power - power));
const POWERS_LOW = POWERS.map((power, exponent) => power - POWERS_HIGH[exponent]!);

/** Digits per chunk: nine fit a 32-bit integer, and nine digits times 10^9 are exact in a double. */
const CHUNK = 9;

/** Where the number that `readDecimal` read last ended: the index of the first byte after it. */
export let decimalEnd = 0;

/**
 * Reads an unsigned decimal (`123`, `88.359340674585567`, `8.87e-005`) from ASCII bytes, to the same bits as `Number()`.
 * `mark` is the byte of the decimal mark. The bytes must hold something that is no digit before they end (a line feed).
 * Where the first byte is no digit the result is 0 and `decimalEnd` is `start`.
 *
 * Up to 18 digits are gathered in two integers, further ones as their fraction; the quotient by the power of ten is then made
 * with twice the precision of a double, and the bits are certain unless it lies within the error of the middle between two
 * doubles: only then, and for exponents, is `Number()` asked. After Dekker, "A floating-point technique for extending the
 * available precision", 1971, and Clinger, "How to read floating point numbers accurately", 1990.
 */
export function readDecimal(bytes: Uint8Array, start: number, mark: number): number {
  const markDigit = mark - 48;
  let at = start;
  let stop = start + CHUNK;
  let first = 0;
  let whole = -1;
  let digit = bytes[at]! - 48;
  while (digit >>> 0 < 10 && at < stop) {
    first = (first * 10 + digit) | 0;
    digit = bytes[++at]! - 48;
  }
  if (digit >>> 0 >= 10) {
    if (digit !== markDigit || at === start) {
      decimalEnd = at;
      return isExponent(digit) && at > start ? readWithNumber(bytes, start, mark) : first;
    }
    whole = at - start;
    // The mark takes a byte that is no digit.
    stop++;
    digit = bytes[++at]! - 48;
    while (digit >>> 0 < 10 && at < stop) {
      first = (first * 10 + digit) | 0;
      digit = bytes[++at]! - 48;
    }
    if (digit >>> 0 >= 10) {
      decimalEnd = at;
      return isExponent(digit) ? readWithNumber(bytes, start, mark) : first / POWERS[at - start - whole - 1]!;
    }
  }
  // Here nine digits are read and a tenth follows.
  let second = 0;
  let from = at;
  stop = at + CHUNK;
  while (digit >>> 0 < 10 && at < stop) {
    second = (second * 10 + digit) | 0;
    digit = bytes[++at]! - 48;
  }
  if (digit === markDigit && whole < 0) {
    whole = CHUNK + at - from;
    from++;
    stop++;
    digit = bytes[++at]! - 48;
    while (digit >>> 0 < 10 && at < stop) {
      second = (second * 10 + digit) | 0;
      digit = bytes[++at]! - 48;
    }
  }
  if (digit >>> 0 < 10) return readLong(bytes, start, at, mark, first, second, whole);
  decimalEnd = at;
  if (isExponent(digit)) return readWithNumber(bytes, start, mark);
  const secondCount = at - from;
  const high = first * POWERS[secondCount]!;
  if (whole < 0) return high + second;
  const decimals = CHUNK + secondCount - whole;
  // Fifteen digits and their power of ten are exact, so that the one division rounds rightly.
  if (secondCount <= 15 - CHUNK) return (high + second) / POWERS[decimals]!;
  const sum = high + second;
  const quotient = divideExactly(sum, second - (sum - high), decimals);
  return Number.isNaN(quotient) ? readWithNumber(bytes, start, mark) : quotient;
}

/** Whether a byte, less that of the digit zero, is the letter before an exponent: `e` or `E`. */
const isExponent = (digit: number) => digit === 0x65 - 48 || digit === 0x45 - 48;

/** Goes on from the nineteenth digit: Windows 10 prints up to twenty significant ones. */
function readLong(
  bytes: Uint8Array,
  start: number,
  from: number,
  mark: number,
  first: number,
  second: number,
  wholeDigits: number,
): number {
  let at = from;
  let whole = wholeDigits;
  let rest = 0;
  let restCount = 0;
  for (; restCount < CHUNK; at++) {
    const digit = bytes[at]! - 48;
    if (digit >>> 0 < 10) {
      rest = rest * 10 + digit;
      restCount++;
    } else if (digit === mark - 48 && whole < 0) whole = 2 * CHUNK + restCount;
    else break;
  }
  const decimals = 2 * CHUNK - whole;
  const next = bytes[at]! - 48;
  const ended = !(next >>> 0 < 10 || (next === mark - 48 && whole < 0) || (bytes[at]! | 0x20) === 0x65);
  // Leading zeros would leave too few digits for the error bound; a mark beyond 18 digits is no counter's value.
  if (!ended || first < 1e5 || whole < 0 || decimals < 0) return readWithNumber(bytes, start, mark);
  const high = first * POWERS[CHUNK]!;
  const sum = high + second;
  const quotient = divideExactly(sum, second - (sum - high) + rest / POWERS[restCount]!, decimals);
  if (Number.isNaN(quotient)) return readWithNumber(bytes, start, mark);
  decimalEnd = at;
  return quotient;
}

/** (high + low) / 10^decimals, rounded rightly; NaN where it lies too near the middle of two doubles to be sure. */
function divideExactly(high: number, low: number, decimals: number): number {
  const divisor = POWERS[decimals]!;
  const quotient = high / divisor;
  const product = quotient * divisor;
  const scaled = SPLIT * quotient;
  const left = scaled - (scaled - quotient);
  const right = quotient - left;
  const divisorHigh = POWERS_HIGH[decimals]!;
  const divisorLow = POWERS_LOW[decimals]!;
  const error = left * divisorHigh - product + left * divisorLow + right * divisorHigh + right * divisorLow;
  const correction = (high - product - error + low) / divisor;
  // A generous bound of what the operations above may be off.
  const slack = Math.abs(correction) * 2 ** -48 + quotient * 2 ** -94;
  const down = quotient + (correction - slack);
  return down === quotient + (correction + slack) ? down : NaN;
}

/** The slow way, for exponents and numbers of unusual length. */
function readWithNumber(bytes: Uint8Array, start: number, mark: number): number {
  let text = "";
  let marked = false;
  let at = start;
  for (; ; at++) {
    const byte = bytes[at]!;
    if ((byte - 48) >>> 0 < 10) text += String.fromCharCode(byte);
    else if (byte === mark && !marked) {
      text += ".";
      marked = true;
    } else break;
  }
  if ((bytes[at]! | 0x20) === 0x65) {
    let to = at + 1;
    if (bytes[to] === 0x2b || bytes[to] === 0x2d) to++;
    const digitsFrom = to;
    while ((bytes[to]! - 48) >>> 0 < 10) to++;
    if (to > digitsFrom) {
      text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 40)));
      at = to;
    }
  }
  decimalEnd = at;
  return Number(text);
}
