/** One tag of a log, held once however many rows name it. */
export interface RegisteredTag {
  /** the four characters */
  tag: string;
  /** the snapshot (by the builder's count) in which the tag had a nonpaged row last */
  nonpagedIn: number;
  /** the same for its paged row */
  pagedIn: number;
}

/** A kernel knows some thousand tags; far more are a damaged log, whose tags need not be shared. */
const MOST_TAGS = 1 << 16;

/** Shares the strings of tags between rows: a log names the same few hundred tags in every snapshot. */
export class TagRegistry {
  private readonly byValue = new Map<number, RegisteredTag>();
  private readonly byText = new Map<string, RegisteredTag>();

  /** The tag that stands at `from` in a line. */
  lookUp(text: string, from: number): RegisteredTag {
    const a = text.charCodeAt(from);
    const b = text.charCodeAt(from + 1);
    const c = text.charCodeAt(from + 2);
    const d = text.charCodeAt(from + 3);
    if ((a | b | c | d) > 0xff) return this.remember(this.byText, text.slice(from, from + 4), text, from);
    return this.remember(this.byValue, a | (b << 8) | (c << 16) | (d << 24), text, from);
  }

  private remember<Key>(map: Map<Key, RegisteredTag>, key: Key, text: string, from: number): RegisteredTag {
    const known = map.get(key);
    if (known) return known;
    const entry = { tag: text.slice(from, from + 4), nonpagedIn: 0, pagedIn: 0 };
    if (map.size < MOST_TAGS) map.set(key, entry);
    return entry;
  }
}
