import { callerGrowth, readDebuggerSession } from "pool-leak-lab";

const { records: before } = await readDebuggerSession(await log("verified-earlier.txt"));
const { records: after } = await readDebuggerSession(await log("verified.txt"));
const driverOf = ({ verifierReports }: typeof before) => verifierReports[0]!.drivers[0]!;
const [leaking] = callerGrowth(driverOf(before), driverOf(after));
const base = 0xfffff88006c4b000n;
const offsetOf = (place = "") => BigInt(`0x${place.split("+0x")[1]}`);
(base + offsetOf(leaking!.place)).toString(16).toUpperCase();
