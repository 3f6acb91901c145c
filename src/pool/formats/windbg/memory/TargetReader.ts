import type { CommandReader, DebuggerCommand } from "../DebuggerCommand.ts";
import type { DebuggerSession } from "../DebuggerSession.ts";
import { parseSessionTime } from "./parseSessionTime.ts";
import type { TargetInfo } from "./TargetInfo.ts";

const RE_VERSION = /^\s{0,8}(Windows .{1,40} Kernel Version .{1,120}?(x64|x86|ARM ?64)[^\r\n]{0,40}?)\s{0,8}$/i;
const RE_MACHINE = /^\s{0,8}Machine Name:\s{0,8}"?([^"\s][^"]{0,60})?"?/;
const RE_TIME = /^\s{0,8}Debug session time:\s{0,8}(\S.{10,60})$/;
const RE_UPTIME = /^\s{0,8}System Uptime:\s{0,8}(\d{1,6}) days? (\d{1,2}):(\d{2}):(\d{2}(?:\.\d{1,6})?)/;
const SOURCES: [RegExp, NonNullable<TargetInfo["source"]>][] = [
  [/Mini Kernel Dump File/, "small dump"],
  [/Kernel (?:Complete|Bitmap) Dump File: Full|Kernel Complete Dump/, "complete dump"],
  [/Kernel (?:Summary|Bitmap) Dump File/, "kernel dump"],
  [/^\s{0,8}Connected to (?:Windows|target)|Local Kernel Debugging|Kernel Debugger connection established/i, "live"],
];

/** Reads what a session says of its target, from the banner of a dump, `vertarget` and `.time`. */
export class TargetReader implements CommandReader {
  private readonly session: DebuggerSession;

  constructor(session: DebuggerSession) {
    this.session = session;
  }

  take({ output }: DebuggerCommand): boolean {
    let found: TargetInfo | undefined;
    const target = (line: number) => (found ??= emptyTarget(line));
    for (const { text, line } of output) {
      const version = RE_VERSION.exec(text);
      if (version) {
        target(line).version = version[1]!;
        target(line).architecture = version[2]!.toLowerCase().replace(" ", "") as TargetInfo["architecture"];
      }
      const machine = RE_MACHINE.exec(text)?.[1];
      if (machine !== undefined) target(line).machineName = machine.trim();
      const time = RE_TIME.exec(text)?.[1];
      if (time !== undefined) Object.assign(target(line), parseSessionTime(time));
      const uptime = RE_UPTIME.exec(text);
      if (uptime) {
        const [, days, hours, minutes, seconds] = uptime.map(Number);
        target(line).uptimeSeconds = ((days! * 24 + hours!) * 60 + minutes!) * 60 + seconds!;
      }
      const source = SOURCES.find(([sign]) => sign.test(text))?.[1];
      if (source !== undefined) target(line).source ??= source;
    }
    if (found) this.session.targets.push(found);
    return found !== undefined;
  }

  finish(): void {
    // Nothing is carried from one command to the next.
  }
}

function emptyTarget(line: number): TargetInfo {
  return {
    version: undefined,
    architecture: undefined,
    machineName: undefined,
    source: undefined,
    time: undefined,
    zoneMinutes: undefined,
    uptimeSeconds: undefined,
    line,
  };
}
