import { callerGrowth, readDebuggerSession } from "pool-leak-lab";

const { records: before } = await readDebuggerSession(await log("verified-earlier.txt"));
const { records: after } = await readDebuggerSession(await log("verified.txt"));
const driverOf = ({ verifierReports }: typeof before) => verifierReports[0]!.drivers[0]!;
const seconds = after.targets[0]!.uptimeSeconds! - before.targets[0]!.uptimeSeconds!;
// All callers, with what they gained
callerGrowth(driverOf(before), driverOf(after)).map(({ place, growthBytes }) => ({
  place,
  growthBytesPerHour: (growthBytes / seconds) * 3600,
}));
