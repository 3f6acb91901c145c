import type { ProblemList } from "../../text/ProblemList.ts";
import type { CommandReader, DebuggerCommand } from "../DebuggerCommand.ts";
import { ReportBuilder } from "./ReportBuilder.ts";
import { takeAllocationLine } from "./takeAllocationLine.ts";
import { takeDriverLine } from "./takeDriverLine.ts";
import { takeFlagLine } from "./takeFlagLine.ts";
import { takeStatisticLine } from "./takeStatisticLine.ts";
import type { VerifierReport } from "./VerifierReport.ts";

/** No line of these reports is longer; a longer one is not looked at. */
const LONGEST_LINE = 600;

/** `Summary of All Verifier Statistics`: begins a report where the flags above it were not copied. */
const RE_SUMMARY = /^\s*Summary of All Verifier Statistics\s*$/i;
/** `Driver Verification List`: the same. */
const RE_LIST = /^\s*Driver Verification List\s*$/i;
/** `Level: 0000001B`: begins the statistics of `verifier /query` up to Windows 7. */
const RE_QUERY_LEVEL = /^\s*Level: ([0-9A-F]{8})\s*$/;
/** `Time Stamp: 06/11/2024 09:30:15.128`: begins them on later versions. The log of IRQLs has a stamp too, a plain number. */
const RE_STAMP = /^\s*Time Stamp:\s{1,8}(\d{1,4}[./-].{0,30}?\d[:.]\d{2}.{0,20}?)\s*$/i;
/** `8/14/2012, 9:30:15 AM`: the line above `Level:`, in the format of the machine. */
const RE_MOMENT = /^\s*(\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\.?,? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: [AP]M)?)\s*$/i;
/** `!verifier 3 myfault.sys`: the driver that was asked for. */
const RE_ONE_DRIVER = /^!verifier\s{1,8}(?:0x)?[0-9a-f]{1,8}\s{1,8}\S/i;
/** Behind the list in `!verifier 0xf`: other logs, whose rows are no allocations. */
const RE_OTHER_LOG = /^\s*(?:Fault injection trace log|Track irql trace log|Log of recent .{1,80})\s*$/i;

/** Reads `!verifier` of both layouts, `verifier /query` and the settings text of both eras into one kind of record. */
export class VerifierReportReader implements CommandReader {
  private readonly builder: ReportBuilder;
  private readonly problems: ProblemList;
  private moment: string | undefined;

  constructor(reports: VerifierReport[], problems: ProblemList) {
    this.builder = new ReportBuilder(reports, problems);
    this.problems = problems;
  }

  take(command: DebuggerCommand): boolean {
    if (command.part === 0) {
      this.builder.finish();
      this.builder.isOneDriver = RE_ONE_DRIVER.test(command.text);
    }
    let isUnderstood = false;
    for (const { text, line } of command.output) {
      if (text.length > LONGEST_LINE) continue;
      if (this.takeLine(text, line)) isUnderstood = true;
    }
    return isUnderstood;
  }

  finish(): void {
    this.builder.finish();
  }

  private takeLine(text: string, line: number): boolean {
    const { builder } = this;
    return (
      this.takeBeginning(text, line) ||
      takeFlagLine(text, line, builder) ||
      takeDriverLine(text, line, builder, this.problems) ||
      takeStatisticLine(text, builder) ||
      takeAllocationLine(text, line, builder, this.problems)
    );
  }

  private takeBeginning(text: string, line: number): boolean {
    const { builder } = this;
    const moment = RE_MOMENT.exec(text)?.[1];
    if (moment !== undefined) {
      this.moment = moment;
      return false;
    }
    if (RE_SUMMARY.test(text)) {
      const { report } = builder;
      if (!report || report.drivers.length > 0) builder.begin("!verifier", line);
      // Flags as verifier.exe prints them, with counts below, are what `/query` prints where its stamp was not copied.
      else if (report.source === "verifier settings") report.source = "verifier /query";
      return true;
    }
    if (RE_LIST.test(text)) {
      if (!builder.report) builder.begin("!verifier", line);
      return true;
    }
    const level = RE_QUERY_LEVEL.exec(text)?.[1];
    const stamp = RE_STAMP.exec(text)?.[1] ?? (level === undefined ? undefined : this.moment);
    if (level !== undefined || stamp !== undefined) {
      const report = builder.begin("verifier /query", line);
      if (stamp !== undefined) report.stamp = stamp;
      if (level !== undefined) builder.setFlags(report, Number.parseInt(level, 16));
      this.moment = undefined;
      return true;
    }
    if (builder.report && RE_OTHER_LOG.test(text)) builder.finish();
    return false;
  }
}
