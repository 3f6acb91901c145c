import type { ServerProcess } from "./windowsServer.ts";

/** A process in one line, since a scenario lists many: its name, handles, private megabytes, nonpaged quota, and what it follows. */
export function process(
  name: string,
  handles: number,
  privateMegabytes: number,
  nonpagedBytes: number,
  follows: ServerProcess["follows"],
): ServerProcess {
  return { name, handles, privateMegabytes, nonpagedBytes, follows };
}
