/** Cuts a text without splitting a character in two. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${cut(text, limit)}…`;
}

export function cut(text: string, limit: number): string {
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

/** "1 byte", "2,880 numbers". */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${groupThousands(amount)} ${amount === 1 ? noun : plural}`;
}

/** 1234567 → "1,234,567"; the same everywhere, whatever the locale. */
export function groupThousands(amount: number | string): string {
  return String(amount).replace(/^-?\d+(?=\.|$)/, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ","));
}
