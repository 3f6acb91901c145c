import type { ProblemList } from "../../text/ProblemList.ts";
import { parseAddress } from "../Address.ts";
import type { ReportBuilder } from "./ReportBuilder.ts";
import type { VerifiedDriver } from "./VerifierReport.ts";

/** `MODULE: 0x84226b28 MyDriver.sys (Loaded)`, and `nt!_VF_TARGET_DRIVER 0xa013f2c8: Sample.sys (Loaded and Unloaded)` later. */
const RE_NEW =
  /^\s*(?:MODULE:|nt!_VF_TARGET_DRIVER)\s{1,8}((?:0x)?[0-9a-f`]{8,17}):?\s{1,8}(\S.{0,120}?)\s{1,8}\(([A-Za-z ]{6,24})\)\s*$/i;
/** `fffffa8003b6f670 Loaded           000000a0       00000854    contoso.sys` */
const RE_OLD =
  /^\s*([0-9a-f`]{8,17})\s{1,8}((?:Loaded|Unloaded)(?: (?:and|&) Unloaded)?)\s{1,40}([0-9a-f]{8,16})\s{1,40}([0-9a-f]{8,16})\s{1,20}(\S.{0,120}?)\s*$/i;
/** `MODULE: myfault.sys (load: 1 / unload: 0)` */
const RE_QUERY = /^\s*MODULE: (\S.{0,120}?) \(load: (\d{1,10}) \/ unload: (\d{1,10})\)\s*$/i;
/** `Name: myfault.sys, loads: 1, unloads: 0` */
const RE_OLD_QUERY = /^\s*Name: (\S.{0,120}?), loads: (\d{1,10}), unloads: (\d{1,10})\s*$/i;
/** One driver a line below `Verified drivers:`; by its extension, since the heading is in the language of Windows. */
const RE_NAME = /^\s*([\w.$~-]{1,120}\.(?:sys|dll|exe))\s*$/i;

/** Reads the line that begins a driver; whether the line was one. */
export function takeDriverLine(text: string, line: number, builder: ReportBuilder, problems: ProblemList): boolean {
  let match = RE_NEW.exec(text);
  if (match) {
    const [, address, name, state] = match;
    const driver = builder.addDriver(builder.of("!verifier", line), name!, stateOf(state!), line);
    const known = parseAddress(address!);
    if (known !== undefined) driver.address = known;
    return true;
  }
  match = RE_OLD.exec(text);
  if (match) {
    const [, address, state, nonpaged, paged, name] = match;
    const driver = builder.addDriver(builder.of("!verifier", line), name!, stateOf(state!), line);
    const known = parseAddress(address!);
    if (known !== undefined) driver.address = known;
    driver.currentBytes = { nonpaged: Number.parseInt(nonpaged!, 16), paged: Number.parseInt(paged!, 16) };
    return true;
  }
  match = RE_QUERY.exec(text) ?? RE_OLD_QUERY.exec(text);
  if (match) {
    takeQueryDriver(match[1]!, Number(match[2]), Number(match[3]), line, builder, problems);
    return true;
  }
  match = builder.report?.source === "verifier settings" ? RE_NAME.exec(text) : null;
  if (!match) return false;
  builder.addDriver(builder.report!, match[1]!, "unknown", line);
  return true;
}

function takeQueryDriver(
  name: string,
  loads: number,
  unloads: number,
  line: number,
  builder: ReportBuilder,
  problems: ProblemList,
): void {
  // Settings and statistics begin alike (`Verifier Flags: 0x…`): the first driver's line tells which it is.
  const { report } = builder;
  if (report?.source === "verifier settings" && report.drivers.length === 0) report.source = "verifier /query";
  const state = loads > unloads ? (unloads > 0 ? "loaded and unloaded" : "loaded") : "unloaded";
  const driver = builder.addDriver(builder.of("verifier /query", line), name, state, line);
  driver.loads = loads;
  driver.unloads = unloads;
  if (loads > 0) return;
  problems.add(
    "never loaded",
    line,
    "note",
    `${name} is to be verified and was not loaded since the boot: its zeros say nothing about a leak. Check the spelling of the name.`,
  );
}

function stateOf(text: string): VerifiedDriver["state"] {
  const words = text.toLowerCase();
  if (words === "loaded" || words === "unloaded") return words;
  return /^loaded (?:and|&) unloaded$/.test(words) ? "loaded and unloaded" : "unknown";
}
