import { formatAddress, type Address } from "../Address.ts";
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
  if (time !== undefined) lines.push(`Debug session time: ${timeText(time)} (${zoneText(zoneMinutes ?? 0)})`);
  if (uptimeSeconds !== undefined) lines.push(`System Uptime: ${uptimeText(uptimeSeconds)}`);
  return lines.join("\n");
}

/** `Tue Aug 14 11:04:12.410 2012` */
function timeText(time: number): string {
  const [weekday, day, month, year] = new Date(time).toUTCString().replace(",", "").split(" ");
  const clock = new Date(time).toISOString().slice(11, 23);
  return `${weekday} ${month} ${String(Number(day)).padStart(2)} ${clock} ${year}`;
}

/** `UTC - 7:00` */
function zoneText(minutes: number): string {
  const size = Math.abs(minutes);
  return `UTC ${minutes < 0 ? "-" : "+"} ${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
}

/** `0 days 3:42:34.410` */
function uptimeText(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const clock = new Date(milliseconds % 86_400_000).toISOString();
  return `${Math.floor(milliseconds / 86_400_000)} days ${Number(clock.slice(11, 13))}:${clock.slice(14, 23)}`;
}
