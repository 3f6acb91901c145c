import type { ProblemList } from "../../text/ProblemList.ts";
import { classifyByCaller, classifyHit } from "./classifyHit.ts";
import type { Hit } from "./HitColumns.ts";
import type { HitKind } from "./PoolHits.ts";
import type { StackReading } from "./StackCollector.ts";
import type { StackFrame } from "./StackFrame.ts";

/** One break while its lines come. */
export class HitDraft implements Hit {
  kind: HitKind = "unknown";
  frames: readonly StackFrame[] = [];
  isTruncated = false;
  processor = -1;
  time: number;
  pointer = 0n;
  readonly line: number;
  /** the symbol of the place where the machine stopped */
  place: string | undefined;
  hasStack = false;
  /** whether the routine was left, so that rax holds what it returned */
  hasReturned = false;
  /** stopped by a breakpoint (`bp`), not by nt!PoolHitTag */
  private readonly isBreakpoint: boolean;

  constructor(line: number, time = NaN, isBreakpoint = false) {
    this.line = line;
    this.time = time;
    this.isBreakpoint = isBreakpoint;
  }

  takePlace(place: string): void {
    this.place = place;
    if (this.kind !== "manual") this.kind = classifyHit(place);
  }

  takeStack({ frames, isTruncated, warning, line }: StackReading, problems: ProblemList): void {
    // Somebody may look at the same stack twice: kn after k.
    if (this.hasStack) return;
    this.hasStack = true;
    this.frames = frames;
    this.isTruncated = isTruncated;
    if (warning !== undefined)
      problems.add("hit warning", line, "doubt", `The debugger says of this stack: ${warning}`);
  }

  /** An allocation's block is what the routine returned, a free's is its first argument. Says whether the register is either. */
  takeRegister({ name, value }: { name: string; value: bigint }, line: number, problems: ProblemList): boolean {
    const isResult = name !== "rcx" && name !== "ecx";
    if (this.kind === "free" && !isResult) {
      if (this.pointer === 0n) this.pointer = value;
      return true;
    }
    if (this.kind !== "allocate" || !isResult) return false;
    if (this.hasReturned) this.pointer = value;
    else {
      const message = `${name} was shown before the routine returned, so it is not the block. Let it return first: gu; r ${name}.`;
      problems.add("hit register", line, "lost", message);
    }
    return true;
  }

  /** Settles what the break was; false where it has nothing to do with nt!PoolHitTag. `isOn` says whether a tag was set. */
  settle(isOn: boolean, problems: ProblemList): boolean {
    if (this.kind === "unknown" && !this.settleUnknown(isOn, problems)) return false;
    if (this.isTruncated) {
      const message = "The stack of this break ends before its root. Print more frames: .kframes 64, or k 40.";
      problems.add("hit truncated", this.line, "note", message);
    }
    return true;
  }

  private settleUnknown(isOn: boolean, problems: ProblemList): boolean {
    const kind = classifyByCaller(this.frames);
    if (kind) {
      this.kind = kind;
      const what = kind === "free" ? "a free" : "an allocation";
      const message = `The place of this break has no name of its own (${this.place ?? "not printed"}); its caller says that it is ${what}.`;
      problems.add("hit caller", this.line, "note", message);
      return true;
    }
    if (this.isBreakpoint || !isOn) return false;
    const why = this.place === undefined ? "its place is not printed" : `${this.place} is no pool routine`;
    const message = `Whether this break is an allocation or a free cannot be told: ${why}.`;
    problems.add("hit unknown", this.line, "doubt", message);
    return true;
  }
}
