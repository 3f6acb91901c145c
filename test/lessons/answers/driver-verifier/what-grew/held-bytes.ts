import { groupByCaller, readDebuggerSession } from "pool-leak-lab";

const { records: session } = await readDebuggerSession(await log("verified.txt"));
// The group with the most bytes. Nothing says that they came within the hour.
groupByCaller(session.verifierReports[0]!.drivers[0]!)
  .slice(0, 1)
  .map(({ place, bytes }) => ({ place, growthBytesPerHour: bytes }));
