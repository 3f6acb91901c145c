import type { ProblemList } from "../../text/ProblemList.ts";
import type { CommandReader, DebuggerCommand, OutputLine } from "../DebuggerCommand.ts";
import type { DebuggerSession } from "../DebuggerSession.ts";
import { classifyHit } from "./classifyHit.ts";
import { HitColumns } from "./HitColumns.ts";
import { HitDraft } from "./HitDraft.ts";
import { isManualBanner, parseBreak, parsePlace, parseRegister, parseSessionTime } from "./hitLines.ts";
import { HitTagWatch } from "./HitTagWatch.ts";
import { StackCollector } from "./StackCollector.ts";

/** `.while(1) { kc; g }`: stacks come one after the other, without prompts. */
const RE_LOOP = /(?:^|[\s;{"])k[a-z]*\b[^;}]{0,40};.{0,400}?\bg\b/;
/** Leaves the routine, so that what it returned can be looked at. */
const RE_STEP_OUT = /(?:^|[\s;{"])(?:gu|pt)\b/;
const LONGEST_COMMAND = 4096;

/** Reads the breaks of a session with nt!PoolHitTag. */
export class HitReader implements CommandReader {
  private readonly session: DebuggerSession;
  private readonly problems: ProblemList;
  private readonly columns = new HitColumns();
  private readonly watch: HitTagWatch;
  private readonly stack = new StackCollector();
  private draft: HitDraft | undefined;
  private hits = 0;
  /** whether a stack without a break above it is a hit: in a loop, and where commands were not copied */
  private isLoop = false;
  private isQuoted = false;
  private stepsOut = false;

  constructor(session: DebuggerSession, problems: ProblemList) {
    this.session = session;
    this.problems = problems;
    this.watch = new HitTagWatch(problems);
  }

  take(command: DebuggerCommand): boolean {
    if (command.part === 0) this.beginCommand(command);
    let isUnderstood = this.watch.take(
      command,
      this.hits + Number(this.draft !== undefined && this.draft.kind !== "manual"),
    );
    for (const line of command.output) if (this.takeLine(line)) isUnderstood = true;
    return isUnderstood;
  }

  finish(): void {
    this.endDraft();
    if (this.hits > 0) this.session.hits = this.columns.build(this.watch.tag);
    this.watch.finish(this.hits);
  }

  private beginCommand({ text, processor }: DebuggerCommand): void {
    this.endStack();
    const known = text.length < LONGEST_COMMAND ? text : "";
    this.isQuoted = text === "";
    this.isLoop = RE_LOOP.test(known);
    this.stepsOut = RE_STEP_OUT.test(known);
    const { draft } = this;
    if (!draft) return;
    if (draft.processor < 0 && processor !== undefined) draft.processor = processor;
    if (this.stepsOut) draft.hasReturned = true;
  }

  private takeLine({ text, line }: OutputLine): boolean {
    if (this.stack.take(text, line)) return true;
    this.endStack();
    const stop = parseBreak(text);
    if (stop) {
      this.begin(new HitDraft(line, stop.time, stop.isBreakpoint));
      return true;
    }
    // Stacks are taken where a hit may be; those of other commands are left to others.
    if ((this.draft || this.isLoop || this.isQuoted) && this.stack.begin(text, line)) return true;
    return this.draft ? this.takeDetail(text, line, this.draft) : false;
  }

  private takeDetail(text: string, line: number, draft: HitDraft): boolean {
    if (isManualBanner(text)) {
      draft.kind = "manual";
      return true;
    }
    const place = draft.place === undefined ? parsePlace(text) : undefined;
    if (place !== undefined) {
      draft.takePlace(place);
      return true;
    }
    const register = parseRegister(text);
    if (register) return draft.takeRegister(register, line, this.problems);
    const time = Number.isNaN(draft.time) ? parseSessionTime(text) : undefined;
    if (time !== undefined) draft.time = time;
    return time !== undefined;
  }

  private endStack(): void {
    const reading = this.stack.end();
    if (!reading || reading.frames.length === 0) return;
    if (this.draft === undefined || (this.draft.hasStack && (this.isLoop || this.isQuoted))) {
      // Of this hit only the stack was printed: its first frame is the place.
      const place = reading.frames[0]!.symbol;
      const kind = classifyHit(place);
      if (kind !== "allocate" && kind !== "free" && !this.isLoop) return;
      this.begin(new HitDraft(reading.line));
      this.draft?.takePlace(place);
    }
    this.draft?.takeStack(reading, this.problems);
  }

  private begin(draft: HitDraft): void {
    this.endDraft();
    draft.hasReturned = this.isLoop && this.stepsOut;
    this.draft = draft;
  }

  private endDraft(): void {
    this.endStack();
    const { draft } = this;
    this.draft = undefined;
    if (!draft?.settle(this.watch.isOn, this.problems)) return;
    if (draft.kind !== "manual") this.hits++;
    this.columns.add(draft);
  }
}
