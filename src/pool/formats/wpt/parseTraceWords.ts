// The printed words are told by their first letter and length, which costs no text; others are looked at as text.

/** The place in TRACE_EVENTS of a word: `Alloc` and `Free`, or the tools' own `PoolAlloc` and `PoolFree`; -1 where it is none. */
export function eventOf(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start) | 0x20;
  if (end - start === 5 && code === 0x61) return 0;
  if (end - start === 4 && code === 0x66) return 1;
  const word = text
    .slice(start, Math.min(end, start + 24))
    .trim()
    .toLowerCase();
  return /^(?:pool)?alloc(?:ate)?(?:session)?$/.test(word) ? 0 : /^(?:pool)?free(?:session)?$/.test(word) ? 1 : -1;
}

/** The place in TRACE_POOLS of a word: `NonPagedNx`, `NonPagedPoolNx`, `Paged Session`; -1 where it is none. */
export function poolOf(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  if (code === 0x4e && end - start === 10) return 1;
  if (code === 0x4e && end - start === 8) return 0;
  if (code === 0x50 && end - start === 5) return 2;
  const word = text
    .slice(start, Math.min(end, start + 24))
    .toLowerCase()
    .replaceAll(/[\s-]/g, "");
  const found = /^(non)?paged(?:pool)?(nx)?(?:session)?$/.exec(word) ?? /^(nx)(non)pagedpool$/.exec(word);
  if (!found) return -1;
  if (word.startsWith("paged")) return 2;
  return word.includes("nx") ? 1 : 0;
}
