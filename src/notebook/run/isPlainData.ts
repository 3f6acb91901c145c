/** Twice what `encodeValue` lets through, since it counts bytes of JSON and this counts characters and entries. */
const MAX_SIZE = 4_000_000;

/** Deeper than any value the notebook makes: a chart's arguments or an extended value's data. */
const MAX_LEVELS = 24;

/**
 * Whether something that came from another thread is plain JSON data of bounded size: no cycles, holes, foreign objects
 * or numbers that JSON cannot hold.
 */
export function isPlainData(data: unknown): boolean {
  let left = MAX_SIZE;
  const isPlain = (part: unknown, level: number): boolean => {
    left -= 1;
    if (left < 0 || level > MAX_LEVELS) return false;
    if (part === null || typeof part === "boolean") return true;
    if (typeof part === "number") return Number.isFinite(part);
    if (typeof part === "string") {
      left -= part.length;
      return left >= 0;
    }
    if (typeof part !== "object") return false;
    if (Array.isArray(part)) {
      if (part.length > left) return false;
      // A hole reads as undefined, which JSON does not have.
      for (const entry of part) if (!isPlain(entry, level + 1)) return false;
      return true;
    }
    const prototype: unknown = Object.getPrototypeOf(part);
    if (prototype !== Object.prototype && prototype !== null) return false;
    for (const [name, entry] of Object.entries(part)) {
      left -= name.length;
      if (!isPlain(entry, level + 1)) return false;
    }
    return true;
  };
  return isPlain(data, 0);
}
