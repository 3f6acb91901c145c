import { readDebuggerSession } from "pool-leak-lab";

const { records: before } = await readDebuggerSession(await log("verified-earlier.txt"));
const { records: after } = await readDebuggerSession(await log("verified.txt"));
const driverOf = ({ verifierReports }: typeof before) => verifierReports[0]!.drivers[0]!;
const seconds = after.targets[0]!.uptimeSeconds! - before.targets[0]!.uptimeSeconds!;
// Counted block by block, by the addresses that are new
const known = new Set(driverOf(before).allocations.map(({ address, caller }) => address + caller));
const gained = new Map<string, number>();
for (const { address, bytes, caller, callerSymbol = caller } of driverOf(after).allocations)
  if (!known.has(address + caller)) gained.set(callerSymbol, (gained.get(callerSymbol) ?? 0) + bytes);
const [place, bytes] = [...gained].toSorted(([, a], [, b]) => b - a)[0]!;
[{ place, rate: (bytes / seconds) * 3600 }];
