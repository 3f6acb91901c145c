import { groupByCaller, readDebuggerSession } from "pool-leak-lab";

const { records: session } = await readDebuggerSession(await log("verified.txt"));
// The longest group of the list; the leak has run for half an hour.
groupByCaller(session.verifierReports[0]!.drivers[0]!)
  .toSorted((a, b) => b.count - a.count)
  .slice(0, 1)
  .map(({ place, bytes }) => ({ place, growthBytesPerHour: 2 * bytes }));
