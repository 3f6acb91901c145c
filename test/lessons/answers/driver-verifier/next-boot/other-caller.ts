import { callerGrowth, readDebuggerSession } from "pool-leak-lab";

const { records: before } = await readDebuggerSession(await log("verified-earlier.txt"));
const { records: after } = await readDebuggerSession(await log("verified.txt"));
const driverOf = ({ verifierReports }: typeof before) => verifierReports[0]!.drivers[0]!;
// What has been there for longest
const [oldest] = callerGrowth(driverOf(before), driverOf(after)).toSorted((a, b) => a.growthBlocks - b.growthBlocks);
(0xfffff88006c4b000n + BigInt(`0x${oldest!.place.split("+0x")[1]}`)).toString(16);
