import type { ProblemList } from "../../text/ProblemList.ts";
import type { VerifiedDriver, VerifierReport } from "./VerifierReport.ts";
import { POOL_TRACKING } from "./verifierFlags.ts";

/** Puts reports together from the lines that other files understand, and checks a report once it is whole. */
export class ReportBuilder {
  /** the report whose lines are being read */
  report: VerifierReport | undefined;
  /** the driver whose lines are being read */
  driver: VerifiedDriver | undefined;
  /** whether a listing of the current driver was cut by `...` */
  isShortened = false;
  /** whether the command named one driver: the summary then counts more than the list holds */
  isOneDriver = false;
  private readonly reports: VerifierReport[];
  private readonly problems: ProblemList;

  constructor(reports: VerifierReport[], problems: ProblemList) {
    this.reports = reports;
    this.problems = problems;
  }

  /** Begins a report; the one before is finished. */
  begin(source: VerifierReport["source"], line: number): VerifierReport {
    this.finish();
    this.report = { source, flags: undefined, isPoolTracking: undefined, summary: {}, drivers: [], line };
    this.reports.push(this.report);
    return this.report;
  }

  /** The report that a line belongs to; begins one where the log shows only a part of it. */
  of(source: VerifierReport["source"], line: number): VerifierReport {
    return this.report?.source === source ? this.report : this.begin(source, line);
  }

  setFlags(report: VerifierReport, flags: number): void {
    report.flags = flags;
    report.isPoolTracking = (flags & POOL_TRACKING) !== 0;
  }

  /** Notes one option as the text lists it. */
  setFlag(report: VerifierReport, bit: number, isSet: boolean): void {
    const flags = report.flags ?? 0;
    this.setFlags(report, isSet ? (flags | bit) >>> 0 : flags);
  }

  addDriver(report: VerifierReport, name: string, state: VerifiedDriver["state"], line: number): VerifiedDriver {
    this.finishDriver();
    const unknown = () => ({ nonpaged: NaN, paged: NaN });
    this.driver = {
      name,
      state,
      currentAllocations: unknown(),
      currentBytes: unknown(),
      peakAllocations: unknown(),
      peakBytes: unknown(),
      allocations: [],
      line,
    };
    report.drivers.push(this.driver);
    return this.driver;
  }

  /** Ends the report: what follows belongs to another. */
  finish(): void {
    this.finishDriver();
    if (this.report) this.checkSum(this.report);
    this.report = undefined;
  }

  private finishDriver(): void {
    const { driver } = this;
    this.driver = undefined;
    const shortened = this.isShortened;
    this.isShortened = false;
    if (!driver || driver.allocations.length === 0) return;
    const { nonpaged, paged } = driver.currentAllocations;
    const listed = driver.allocations.length;
    if (Number.isNaN(nonpaged + paged) || listed === nonpaged + paged) return;
    this.problems.add(
      "listed allocations",
      driver.line,
      "doubt",
      `${driver.name} holds ${String(nonpaged + paged)} allocations, and ${String(listed)} are listed${shortened ? " (the listing was shortened with ...)" : ""}: which call made most of them is told by a part only. Run !verifier 3 ${driver.name} and send the whole listing.`,
    );
  }

  private checkSum({ source, summary, drivers, line }: VerifierReport): void {
    const whole = summary["Current nonpaged pool bytes"];
    if (source !== "!verifier" || whole === undefined || drivers.length === 0 || this.isOneDriver) return;
    const sum = drivers.reduce((total, { currentBytes }) => total + currentBytes.nonpaged, 0);
    if (Number.isNaN(sum) || sum === whole) return;
    this.problems.add(
      "sum of drivers",
      line,
      "note",
      `Verifier's summary counts ${String(whole)} bytes of nonpaged pool, the drivers listed here hold ${String(sum)}: some verified drivers are not in this listing.`,
    );
  }
}
