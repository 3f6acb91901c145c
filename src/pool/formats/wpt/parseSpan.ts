const [ZERO, NINE, POINT, BLANK, X, BACKTICK] = [0x30, 0x39, 0x2e, 0x20, 0x78, 0x60] as const;

/** The decimal number that stands in a stretch of text, blanks around it left out; NaN where it is none, or negative. */
export function parseDecimal(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === BLANK) at++;
  let last = end;
  while (last > at && text.charCodeAt(last - 1) === BLANK) last--;
  if (at === last || last - at > 17) return NaN;
  let number = 0;
  for (; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) break;
    number = number * 10 + (code - ZERO);
  }
  if (at === last) return number <= Number.MAX_SAFE_INTEGER ? number : NaN;
  // Parts of a microsecond are rare: the exact way is fast enough for them.
  if (text.charCodeAt(at) !== POINT || at + 1 === last) return NaN;
  for (let digit = at + 1; digit < last; digit++) {
    const code = text.charCodeAt(digit);
    if (code < ZERO || code > NINE) return NaN;
  }
  return Number(text.slice(start, end));
}

/** An address in two halves. */
export const halves = { low: 0, high: 0 };

/** Reads `0xffffa00012345678`, also without `0x` or with the debugger's backtick, into `halves`; false where it is no address. */
export function parseAddress(text: string, start: number, end: number): boolean {
  let at = start;
  if (text.charCodeAt(at) === ZERO && (text.charCodeAt(at + 1) | 0x20) === X) at += 2;
  let low = 0;
  let high = 0;
  let digits = 0;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    let digit = code - ZERO;
    if (digit < 0 || digit > 9) {
      if (code === BACKTICK) continue;
      digit = (code | 0x20) - 0x57;
      if (digit < 10 || digit > 15) return false;
    }
    high = ((high << 4) | (low >>> 28)) >>> 0;
    low = ((low << 4) | digit) >>> 0;
    digits++;
  }
  halves.low = low;
  halves.high = high;
  return digits > 0 && digits <= 16;
}
