import { callerGrowth, readDebuggerSession } from "pool-leak-lab";

const { records: before } = await readDebuggerSession(await log("verified-earlier.txt"));
const { records: after } = await readDebuggerSession(await log("verified.txt"));
const driverOf = ({ verifierReports }: typeof before) => verifierReports[0]!.drivers[0]!;
const [leaking] = callerGrowth(driverOf(before), driverOf(after));
leaking!.caller;
