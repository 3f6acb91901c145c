import type { HitKind, PoolHits } from "./PoolHits.ts";
import { hitKindIndex } from "./classifyHit.ts";
import type { StackFrame } from "./StackFrame.ts";
import { StackInterner } from "./StackInterner.ts";

const FIRST_ROWS = 64;

/** One break while its lines come. */
export interface Hit {
  kind: HitKind;
  frames: readonly StackFrame[];
  isTruncated: boolean;
  processor: number;
  time: number;
  pointer: bigint;
  line: number;
}

/** Collects hits as columns that grow by doubling. */
export class HitColumns {
  count = 0;
  private readonly interner = new StackInterner();
  private kind = new Uint8Array(FIRST_ROWS);
  private stack = new Int32Array(FIRST_ROWS);
  private isTruncated = new Uint8Array(FIRST_ROWS);
  private processor = new Int16Array(FIRST_ROWS);
  private time = new Float64Array(FIRST_ROWS);
  private pointer = new BigUint64Array(FIRST_ROWS);
  private line = new Uint32Array(FIRST_ROWS);

  add(hit: Hit): void {
    const at = this.count++;
    if (at === this.line.length) this.grow();
    this.kind[at] = hitKindIndex(hit.kind);
    this.stack[at] = this.interner.intern(hit.frames);
    this.isTruncated[at] = Number(hit.isTruncated);
    this.processor[at] = hit.processor;
    this.time[at] = hit.time;
    this.pointer[at] = hit.pointer;
    this.line[at] = hit.line;
  }

  build(tag: string | undefined): PoolHits {
    const { count } = this;
    return {
      tag,
      kind: this.kind.slice(0, count),
      stack: this.stack.slice(0, count),
      isTruncated: this.isTruncated.slice(0, count),
      processor: this.processor.slice(0, count),
      time: this.time.slice(0, count),
      pointer: this.pointer.slice(0, count),
      line: this.line.slice(0, count),
      stacks: this.interner.stacks,
    };
  }

  private grow(): void {
    const rows = this.line.length * 2;
    this.kind = copyInto(new Uint8Array(rows), this.kind);
    this.stack = copyInto(new Int32Array(rows), this.stack);
    this.isTruncated = copyInto(new Uint8Array(rows), this.isTruncated);
    this.processor = copyInto(new Int16Array(rows), this.processor);
    this.time = copyInto(new Float64Array(rows), this.time);
    this.pointer = copyInto(new BigUint64Array(rows), this.pointer);
    this.line = copyInto(new Uint32Array(rows), this.line);
  }
}

function copyInto<Column extends { set(values: Column): void }>(larger: Column, column: Column): Column {
  larger.set(column);
  return larger;
}
