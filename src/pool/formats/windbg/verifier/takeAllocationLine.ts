import type { ProblemList } from "../../text/ProblemList.ts";
import { parseAddress } from "../Address.ts";
import type { ReportBuilder } from "./ReportBuilder.ts";

/** `0x8645a000  0x00001008  mdrv  0x9a3bf687  MyDriver!DeviceControlDispatch`; a tag may begin or end with blanks. */
const RE_NEW =
  /^\s*0x([0-9a-f`]{8,17})\s{1,8}0x([0-9a-f]{8,16}) {2}(.{4}) {2}0x([0-9a-f`]{8,17})(?:\s{1,8}(\S.{0,300}?))?\s*$/i;
/** `fffff9800157efc0     0x0000003c     Vprt      fffff88002c62963` */
const RE_OLD =
  /^\s{0,8}([0-9a-f`]{8,17}) {5}0x([0-9a-f]{8,16}) {5}(.{4}) {6}([0-9a-f`]{8,17})(?:\s{1,8}(\S.{0,300}?))?\s*$/i;
/** The same where a mail program or a web page changed the blanks: a tag without blanks is still found. */
const RE_LOOSE =
  /^\s*(?:0x)?([0-9a-f`]{8,17})\s{1,20}0x([0-9a-f]{8,16})\s{1,20}(\S{1,4})\s{1,20}(?:0x)?([0-9a-f`]{8,17})(?:\s{1,20}(\S.{0,300}?))?\s*$/i;
/** A row of the list that none of these understands. */
const RE_ROW = /^\s*(?:0x)?[0-9a-f`]{8,17}\s{1,20}0x[0-9a-f]{8,16}\b/i;

/** Reads a row of the list of outstanding allocations; whether the line was one. */
export function takeAllocationLine(text: string, line: number, builder: ReportBuilder, problems: ProblemList): boolean {
  const { driver } = builder;
  if (!driver || builder.report?.source !== "!verifier") return false;
  if (/^\s*\.\.\.\s*$/.test(text) && driver.allocations.length > 0) {
    builder.isShortened = true;
    return true;
  }
  const match = RE_NEW.exec(text) ?? RE_OLD.exec(text) ?? RE_LOOSE.exec(text);
  const address = match ? parseAddress(match[1]!) : undefined;
  const caller = match ? parseAddress(match[4]!) : undefined;
  if (match && address !== undefined && caller !== undefined) {
    driver.allocations.push({
      address,
      bytes: Number.parseInt(match[2]!, 16),
      tag: match[3]!.padEnd(4),
      caller,
      callerSymbol: match[5],
      line,
    });
    return true;
  }
  if (!RE_ROW.test(text)) return false;
  problems.add(
    "allocation row",
    line,
    "lost",
    `This row of ${driver.name}'s allocations is not whole: expected are address, length, tag and caller.`,
  );
  return true;
}
