import { parseCounterPath, type CounterPath } from "./counterPath.ts";

/** Rows gathered before they are turned into columns: the block of a wide log stays in the processor's cache. */
const BLOCK_ROWS = 32;

/** One counter while it is read. */
interface Column {
  path: string;
  parts: CounterPath;
  /** the column of the header where it stood first, counted from 0 (the stamp) */
  column: number;
  /** one number per sample, and room for more */
  values: Float64Array;
}

/**
 * Holds what is read of a counter log: growing typed arrays, never an object per sample. A row is written into `block` at
 * `base` by slot, then ended with `endRow`.
 */
export class CounterTable {
  readonly columns: Column[] = [];
  /** the paths of counters that were left out */
  readonly skipped = new Set<string>();
  /** rows not yet turned into columns, one after the other, NaN where nothing was written */
  block = new Float64Array(0);
  /** where in `block` the row begins that is being read */
  base = 0;
  samples = 0;
  localTimes = new Float64Array(0);
  lines = new Uint32Array(0);
  /** how many samples to make room for at first, by the number of columns */
  private readonly expectedSamples: (columns: number) => number;
  private readonly slotOfPath = new Map<string, number>();
  private flushed = 0;

  constructor(expectedSamples: (columns: number) => number) {
    this.expectedSamples = expectedSamples;
  }

  /**
   * Takes the paths of a header (the first is column 1) and gives the slot of each column, -1 where it is not to be held.
   * Counters that were there before keep their slot; `wanted` tells which are held at all.
   */
  useColumns(paths: readonly string[], wanted: ReadonlySet<number>): Int32Array {
    this.flush();
    const slots = new Int32Array(paths.length + 1).fill(-1);
    const seen = new Map<string, number>();
    paths.forEach((path, index) => {
      if (path === "") return;
      const repeat = (seen.get(path) ?? 0) + 1;
      seen.set(path, repeat);
      // The same path twice in one header is two columns; the second of another header is the second of this one.
      const key = `${path.toLowerCase()}\n${repeat}`;
      let slot = this.slotOfPath.get(key);
      if (slot === undefined) {
        if (!wanted.has(index)) {
          this.skipped.add(path);
          return;
        }
        slot = this.columns.length;
        const parts = parseCounterPath(path) ?? { machine: "", object: "", instance: "", counter: path };
        const values = new Float64Array(this.localTimes.length).fill(NaN);
        this.columns.push({ path, parts, column: index + 1, values });
        this.slotOfPath.set(key, slot);
      }
      slots[index + 1] = slot;
    });
    this.block = new Float64Array(BLOCK_ROWS * this.columns.length).fill(NaN);
    return slots;
  }

  /** Ends the row that was written at `base`. */
  endRow(localTime: number, line: number): void {
    if (this.samples === this.localTimes.length) {
      const room =
        this.samples === 0 ? this.expectedSamples(this.columns.length) : Math.ceil(this.samples * 1.5) + BLOCK_ROWS;
      this.resize(Math.max(1, room));
    }
    this.localTimes[this.samples] = localTime;
    this.lines[this.samples] = line;
    this.samples++;
    this.base += this.columns.length;
    if (this.base >= this.block.length) this.flush();
  }

  /** Forgets what was written of a row that turned out to be none. */
  dropRow(): void {
    this.block.fill(NaN, this.base, this.base + this.columns.length);
  }

  /** Ends reading: every array gets its true length. */
  finish(): void {
    this.flush();
    if (this.localTimes.length > this.samples) this.resize(this.samples);
    this.block = new Float64Array(0);
  }

  private flush(): void {
    const width = this.columns.length;
    const { block, flushed, samples } = this;
    for (let slot = 0; slot < width; slot++) {
      const { values } = this.columns[slot]!;
      for (let sample = flushed, at = slot; sample < samples; sample++, at += width) values[sample] = block[at]!;
    }
    block.fill(NaN, 0, this.base);
    this.base = 0;
    this.flushed = samples;
  }

  /** Gives every array a new length, column by column, so that never more than one column is held twice. */
  private resize(length: number): void {
    for (const column of this.columns) column.values = resized(column.values, new Float64Array(length));
    this.localTimes = resized(this.localTimes, new Float64Array(length));
    this.lines = resized(this.lines, new Uint32Array(length));
  }
}

function resized<Numbers extends Float64Array | Uint32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from.length > to.length ? from.subarray(0, to.length) : from);
  return to;
}
