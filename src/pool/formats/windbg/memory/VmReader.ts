import type { ProblemList } from "../../text/ProblemList.ts";
import type { CommandReader, DebuggerCommand, OutputLine } from "../DebuggerCommand.ts";
import type { DebuggerSession } from "../DebuggerSession.ts";
import { nameVmValues, PAGE_BYTES } from "./vmLabels.ts";
import type { VmPageFile, VmReport, VmValue } from "./VmReport.ts";

const RE_VALUE = /^\s{0,16}([A-Za-z][A-Za-z0-9 ./-]{1,40}?):\s{0,40}(\d{1,20})\s{0,8}\(\s{0,20}(\d{1,20}) ?Kb\)/;
const RE_WARNING = /^\s{0,16}\*{5,}\s{0,4}([^*\s][^*]{0,200}?)\s{0,4}\*{0,20}\s{0,8}$/;
const RE_PAGE_FILE = /^\s{0,16}(?:Page File:\s{0,8}(\S.{0,255}?)|(No Name for Paging File))\s{0,8}$/;
const RE_FILE_SIZES =
  /^\s{0,16}(Current|Minimum):\s{0,20}(\d{1,15}) ?Kb\s{1,8}(?:Free Space|Maximum):\s{0,20}(\d{1,15}) ?Kb/;

/** So many lines of `!vm`'s form are no accident, even where the command was not copied. */
const LEAST_VALUES = 3;

/** Reads `!vm` of all generations; Windows 8 and later split nonpaged pool into two lines. */
export class VmReader implements CommandReader {
  private readonly session: DebuggerSession;
  private readonly problems: ProblemList;

  constructor(session: DebuggerSession, problems: ProblemList) {
    this.session = session;
    this.problems = problems;
  }

  take({ text, output, line }: DebuggerCommand): boolean {
    const isAsked = /!vm\b/i.test(text);
    const before = this.session.vm.length;
    let draft = new Draft(isAsked ? line : (output[0]?.line ?? line), this.problems);
    const keep = () => {
      const isKnown = draft.values.some(({ label }) => /Pool|Available Pages|Commit/.test(label));
      if (draft.values.length >= (isAsked ? 1 : LEAST_VALUES) && isKnown) this.session.vm.push(draft.report());
    };
    for (const outputLine of output) {
      if (draft.isNext(outputLine.text)) {
        keep();
        draft = new Draft(outputLine.line, this.problems);
      }
      draft.take(outputLine);
    }
    keep();
    if (isAsked && this.session.vm.length === before) {
      const message =
        "!vm printed nothing that can be read here: the symbols of nt may be missing (.symfix, .reload), or the dump is a small one without pool data.";
      this.problems.add("vm nothing", line, "lost", message);
    }
    return this.session.vm.length > before;
  }

  finish(): void {
    // Every report is whole when its command is.
  }
}

/** One report while its lines come. */
class Draft {
  readonly values: VmValue[] = [];
  private readonly pageFiles: VmPageFile[] = [];
  private readonly warnings: string[] = [];
  private readonly line: number;
  private readonly problems: ProblemList;
  private layout: VmReport["layout"] = "flush";

  constructor(line: number, problems: ProblemList) {
    this.line = line;
    this.problems = problems;
  }

  /** Whether the line begins another report: two may stand in one output whose prompts were not copied. */
  isNext(text: string): boolean {
    return this.values.length > 0 && /^\s{0,16}(?:Physical Memory:|\*{3} Virtual Memory Usage)/.test(text);
  }

  take({ text, line }: OutputLine): void {
    if (text.includes("*** Virtual Memory Usage")) {
      this.layout = "banner";
      return;
    }
    const value = RE_VALUE.exec(text);
    if (value) return this.takeValue(value, text, line);
    const file = RE_PAGE_FILE.exec(text);
    if (file) {
      const none = { currentBytes: NaN, freeBytes: NaN, minimumBytes: NaN, maximumBytes: NaN };
      this.pageFiles.push({ path: file[1] ?? "", ...none, line });
      return;
    }
    const sizes = RE_FILE_SIZES.exec(text);
    const last = this.pageFiles.at(-1);
    if (sizes && last) {
      const [first, second] = [Number(sizes[2]) * 1024, Number(sizes[3]) * 1024];
      if (sizes[1] === "Current") [last.currentBytes, last.freeBytes] = [first, second];
      else [last.minimumBytes, last.maximumBytes] = [first, second];
      return;
    }
    const warning = RE_WARNING.exec(text)?.[1];
    if (warning !== undefined) (this.values.at(-1)?.warnings ?? this.warnings).push(warning.trim());
  }

  private takeValue([, label, pageText, kbText]: RegExpExecArray, text: string, line: number): void {
    const name = label!.replaceAll(/\s+/g, " ");
    // Its lines begin with a tab; blanks before a line may be those of whoever quoted it.
    if (this.values.length === 0 && text.startsWith("\t")) this.layout = "banner";
    const pages = Number(pageText) < Number.MAX_SAFE_INTEGER ? Number(pageText) : NaN;
    if (Number.isNaN(pages)) {
      const message = `${name} is ${pageText} pages: a negative number printed as if it were positive. The field is taken as unknown; it does not mean that memory ran out.`;
      this.problems.add("vm underflow", line, "doubt", message);
    } else if (pages * 4 !== Number(kbText)) {
      const message = `${name}: ${pageText} pages are ${pages * 4} Kb, but the line says ${kbText} Kb. The pages are used.`;
      this.problems.add("vm kb", line, "doubt", message);
    }
    this.values.push({ label: name, pages, bytes: pages * PAGE_BYTES, warnings: [], line });
  }

  report(): VmReport {
    const { layout, values, pageFiles, warnings, line } = this;
    return { layout, values, pageFiles, warnings, ...nameVmValues(values), line };
  }
}
