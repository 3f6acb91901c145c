const [LINE_FEED, RETURN] = [0x0a, 0x0d] as const;

/** A line longer than this is none: no header of a hundred thousand counters reaches it. */
const LONGEST_LINE = 32 << 20;

/** Whole lines in a row. */
export interface WholeLines {
  /** ends with a line feed */
  bytes: Uint8Array;
  /** true where the file ended without a line feed, and it was added */
  unterminated: boolean;
}

/** Cuts pieces of a file at line ends: a line that lies in two pieces is put together, nothing else is copied. */
export class LineSplitter {
  /** how many lines were so long that their bytes beyond the first 32 MiB were left out */
  overlong = 0;
  /** the beginning of a line whose end has not come yet */
  private begun: Uint8Array[] = [];
  private begunBytes = 0;
  private returnsOnly: boolean | undefined;

  /** Takes the next piece of the file and gives the lines that end in it. */
  take(piece: Uint8Array, last: boolean): WholeLines[] {
    // A spreadsheet on an old Mac ends lines with a return alone.
    if (piece.length > 0) this.returnsOnly ??= !piece.includes(LINE_FEED) && piece.includes(RETURN);
    let bytes = this.returnsOnly ? piece.map((byte) => (byte === RETURN ? LINE_FEED : byte)) : piece;
    const whole: WholeLines[] = [];
    if (this.begunBytes > 0) {
      const end = bytes.indexOf(LINE_FEED) + 1;
      if (end > 0) {
        this.begin(bytes.subarray(0, end));
        whole.push({ bytes: this.joined(), unterminated: false });
        bytes = bytes.subarray(end);
      }
    }
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) whole.push({ bytes: bytes.subarray(0, end), unterminated: false });
    if (end < bytes.length) this.begin(bytes.subarray(end));
    if (last && this.begunBytes > 0) {
      this.begin(Uint8Array.of(LINE_FEED));
      whole.push({ bytes: this.joined(), unterminated: true });
    }
    return whole;
  }

  private begin(bytes: Uint8Array): void {
    const room = LONGEST_LINE - this.begunBytes;
    this.begunBytes += bytes.length;
    if (room > 0) this.begun.push(bytes.slice(0, room));
  }

  private joined(): Uint8Array {
    const bytes = new Uint8Array(Math.min(this.begunBytes, LONGEST_LINE + 1));
    let at = 0;
    for (const part of this.begun) {
      bytes.set(part, at);
      at += part.length;
    }
    bytes[bytes.length - 1] = LINE_FEED;
    if (this.begunBytes > LONGEST_LINE + 1) this.overlong++;
    this.begun = [];
    this.begunBytes = 0;
    return bytes;
  }
}
