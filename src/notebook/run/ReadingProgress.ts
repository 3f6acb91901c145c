/** How far a cell has come with reading a log. */
export interface ReadingProgress {
  cell: string;
  /** the log's name, as the cell passes it to `log(…)` */
  log: string;
  /** bytes read so far */
  read: number;
  /** the log's size in bytes */
  total: number;
}

/** Milliseconds of a run before its reading is worth telling: most runs are over by then. */
const quietFor = 400;
/** Milliseconds between two messages. */
const every = 150;

/** Adds up what one run reads of its logs, and tells of it now and then. */
export class ReadingMeter {
  readonly #now: () => number;
  readonly #tell: (log: string, read: number) => void;
  readonly #read = new Map<string, number>();
  #nextAt: number;

  /**
   * @param now milliseconds of the real clock
   * @param tell is given a log and the bytes read of it so far, never more than it has
   */
  constructor(now: () => number, tell: (log: string, read: number) => void) {
    this.#now = now;
    this.#tell = tell;
    this.#nextAt = now() + quietFor;
  }

  /** Adds bytes that were read of a log of this size. */
  add(log: string, bytes: number, total: number): void {
    const read = Math.min(total, (this.#read.get(log) ?? 0) + bytes);
    this.#read.set(log, read);
    const now = this.#now();
    if (now < this.#nextAt) return;
    this.#nextAt = now + every;
    this.#tell(log, read);
  }
}
