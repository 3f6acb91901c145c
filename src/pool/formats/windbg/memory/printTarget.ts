import { formatAddress, type Address } from "../Address.ts";
import { formatDebuggerTime } from "../debuggerTime.ts";
import type { TargetInfo } from "./TargetInfo.ts";

/** What `vertarget` prints beside the record. */
export interface TargetDetails {
  /** `7601.17835.amd64fre.win7sp1_gdr.120503-2030` */
  build: string;
  kernelBase: Address;
  moduleList: Address;
}

/** Prints a target as `vertarget` does. Lines are joined by line feeds; what is not known has no line. */
export function printTarget(
  { version, machineName, time, zoneMinutes, uptimeSeconds }: TargetInfo,
  details?: TargetDetails,
): string {
  const lines: string[] = [];
  if (version !== undefined) lines.push(version, "Product: Server, suite: TerminalServer SingleUserTS");
  if (details) lines.push(`Built by: ${details.build}`);
  if (machineName !== undefined) lines.push(`Machine Name: "${machineName}"`);
  if (details) {
    const [base, list] = [details.kernelBase, details.moduleList].map((address) => `0x${formatAddress(address)}`);
    lines.push(`Kernel base = ${base} PsLoadedModuleList = ${list}`);
  }
  if (time !== undefined) lines.push(`Debug session time: ${formatDebuggerTime(time, formatZone(zoneMinutes ?? 0))}`);
  if (uptimeSeconds !== undefined) lines.push(`System Uptime: ${uptimeText(uptimeSeconds)}`);
  return lines.join("\n");
}

/** How far local time is ahead of UTC: `UTC - 7:00` */
export function formatZone(minutes: number): string {
  const size = Math.abs(minutes);
  return `UTC ${minutes < 0 ? "-" : "+"} ${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
}

/** `0 days 3:42:34.410` */
function uptimeText(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const clock = new Date(milliseconds % 86_400_000).toISOString();
  return `${Math.floor(milliseconds / 86_400_000)} days ${Number(clock.slice(11, 13))}:${clock.slice(14, 23)}`;
}
