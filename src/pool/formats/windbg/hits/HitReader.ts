import type { ProblemList } from "../../text/ProblemList.ts";
import type { CommandReader, DebuggerCommand, OutputLine } from "../DebuggerCommand.ts";
import type { DebuggerSession } from "../DebuggerSession.ts";
import { classifyByCaller, classifyHit } from "./classifyHit.ts";
import { HitColumns, type Hit } from "./HitColumns.ts";
import { isManualBanner, parseBreak, parsePlace, parseRegister, parseSessionTime } from "./hitLines.ts";
import { HitTagWatch } from "./HitTagWatch.ts";
import { StackCollector, type StackReading } from "./StackCollector.ts";

/** `.while(1) { kc; g }`: stacks come one after the other, without prompts. */
const RE_LOOP = /(?:^|[\s;{"])k[a-z]*\b[^;}]{0,40};.{0,400}?\bg\b/;
const RE_STEP_OUT = /(?:^|[\s;{"])(?:gu|pt)\b/;

interface Draft extends Hit {
  place: string | undefined;
  isBreakpoint: boolean;
  hasStack: boolean;
  /** whether the routine was left, so that rax holds what it returned */
  hasReturned: boolean;
}

/** Reads the breaks of a session with nt!PoolHitTag. */
export class HitReader implements CommandReader {
  private readonly session: DebuggerSession;
  private readonly problems: ProblemList;
  private readonly columns = new HitColumns();
  private readonly watch: HitTagWatch;
  private readonly stack = new StackCollector();
  private draft: Draft | undefined;
  private hits = 0;
  /** whether a stack without a break above it is a hit: in a loop, and where commands were not copied */
  private isLoop = false;
  private isQuoted = false;

  constructor(session: DebuggerSession, problems: ProblemList) {
    this.session = session;
    this.problems = problems;
    this.watch = new HitTagWatch(problems);
  }

  take(command: DebuggerCommand): boolean {
    const { text, output, processor, part } = command;
    if (part === 0) this.beginCommand(text, processor);
    let isUnderstood = this.watch.take(command, this.hits);
    for (const line of output) if (this.takeLine(line)) isUnderstood = true;
    return isUnderstood;
  }

  finish(): void {
    this.endDraft();
    if (this.hits > 0) this.session.hits = this.columns.build(this.watch.tag);
    this.watch.finish(this.hits);
  }

  private beginCommand(text: string, processor: number | undefined): void {
    this.endStack();
    this.isQuoted = text === "";
    this.isLoop = text.length < 4096 && RE_LOOP.test(text);
    const { draft } = this;
    if (!draft) return;
    if (draft.processor < 0 && processor !== undefined) draft.processor = Math.min(processor, 32767);
    if (RE_STEP_OUT.test(text)) draft.hasReturned = true;
  }

  private takeLine({ text, line }: OutputLine): boolean {
    if (this.stack.take(text, line)) return true;
    this.endStack();
    const stop = parseBreak(text);
    if (stop) {
      this.beginDraft(line, stop.time, stop.isBreakpoint);
      return true;
    }
    // Stacks are taken where a hit may be; those of other commands are left to others.
    if ((this.draft || this.isLoop || this.isQuoted) && this.stack.begin(text, line)) return true;
    return this.draft ? this.takeDetail(text, line, this.draft) : false;
  }

  private takeDetail(text: string, line: number, draft: Draft): boolean {
    if (isManualBanner(text)) {
      draft.kind = "manual";
      return true;
    }
    const place = draft.place === undefined ? parsePlace(text) : undefined;
    if (place !== undefined) {
      draft.place = place;
      if (draft.kind !== "manual") draft.kind = classifyHit(place);
      return true;
    }
    const register = parseRegister(text);
    if (register) return this.takeRegister(register, line, draft);
    const time = Number.isNaN(draft.time) ? parseSessionTime(text) : undefined;
    if (time !== undefined) draft.time = time;
    return time !== undefined;
  }

  /** An allocation's block is what the routine returned, a free's is its first argument. */
  private takeRegister({ name, value }: { name: string; value: bigint }, line: number, draft: Draft): boolean {
    const isResult = name !== "rcx" && name !== "ecx";
    if (draft.kind === "allocate" && isResult) {
      if (draft.hasReturned || this.isLoop) draft.pointer = value;
      else {
        const message = `${name} was shown before the routine returned, so it is not the block. Let it return first: gu; r ${name}.`;
        this.problems.add("hit register", line, "lost", message);
      }
      return true;
    }
    if (draft.kind !== "free" || isResult) return false;
    if (draft.pointer === 0n) draft.pointer = value;
    return true;
  }

  private endStack(): void {
    const reading = this.stack.end();
    if (!reading || reading.frames.length === 0) return;
    const isNext = this.draft === undefined || (this.draft.hasStack && (this.isLoop || this.isQuoted));
    if (isNext) this.beginDraftAt(reading);
    const { draft } = this;
    // Somebody may look at the same stack twice: kn after k.
    if (!draft || draft.hasStack) return;
    draft.hasStack = true;
    draft.frames = reading.frames;
    draft.isTruncated = reading.isTruncated;
    if (reading.warning === undefined) return;
    const message = `The debugger says of this stack: ${reading.warning}`;
    this.problems.add("hit warning", reading.line, "doubt", message);
  }

  /** Begins a hit of which only the stack was printed: its first frame is the place. */
  private beginDraftAt({ frames, line }: StackReading): void {
    const kind = classifyHit(frames[0]!.symbol);
    if (kind !== "allocate" && kind !== "free" && !this.isLoop) return;
    this.beginDraft(line, NaN, false);
    this.draft!.kind = kind;
    this.draft!.place = frames[0]!.symbol;
  }

  private beginDraft(line: number, time: number, isBreakpoint: boolean): void {
    this.endDraft();
    this.draft = {
      kind: "unknown",
      frames: [],
      isTruncated: false,
      processor: -1,
      time,
      pointer: 0n,
      line,
      place: undefined,
      isBreakpoint,
      hasStack: false,
      hasReturned: false,
    };
  }

  private endDraft(): void {
    this.endStack();
    const { draft } = this;
    this.draft = undefined;
    if (!draft) return;
    if (draft.kind === "unknown") {
      const kind = classifyByCaller(draft.frames);
      if (kind) {
        draft.kind = kind;
        const message = `The place of this break has no name of its own (${draft.place ?? "not printed"}); its caller says that it is ${kind === "free" ? "a free" : "an allocation"}.`;
        this.problems.add("hit caller", draft.line, "note", message);
      } else if (draft.isBreakpoint || !this.watch.isOn) return;
      else {
        const message = `Whether this break is an allocation or a free cannot be told: ${draft.place ?? "its place"} is ${draft.place === undefined ? "not printed" : "no pool routine"}.`;
        this.problems.add("hit unknown", draft.line, "doubt", message);
      }
    }
    if (draft.kind !== "manual") this.hits++;
    if (draft.isTruncated) {
      const message = "The stack of this break ends before its root. Print more frames: .kframes 64, or k 40.";
      this.problems.add("hit truncated", draft.line, "note", message);
    }
    this.columns.add(draft);
  }
}
