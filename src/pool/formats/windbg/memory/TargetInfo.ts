/** What a session says of its target: `vertarget`, `.time`, the banner at the start, `||`. */
export interface TargetInfo {
  /** `Windows 10 Kernel Version 19041 MP (8 procs) Free x64`; undefined where not printed */
  version: string | undefined;
  architecture: "x86" | "x64" | "arm64" | undefined;
  machineName: string | undefined;
  /** `kernel` or `complete` or `small` dump, or live; undefined where not said */
  source: "kernel dump" | "complete dump" | "small dump" | "automatic dump" | "live" | undefined;
  /** "Debug session time": when the dump was taken, in ms since 1970 as if local time were UTC */
  time: number | undefined;
  /** the zone it was printed in: minutes that local time is ahead of UTC */
  zoneMinutes: number | undefined;
  /** "System Uptime", in seconds: the same boot has a start time = time - uptime in common */
  uptimeSeconds: number | undefined;
  line: number;
}
