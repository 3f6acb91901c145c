import { readDebuggerSession } from "pool-leak-lab";

const { records: before } = await readDebuggerSession(await log("verified-earlier.txt"));
const { records: after } = await readDebuggerSession(await log("verified.txt"));
const attemptedBy = ({ verifierReports }: typeof before) => verifierReports[0]!.summary["Pool Allocations Attempted"]!;
const heldBy = ({ verifierReports }: typeof before) => verifierReports[0]!.drivers[0]!.allocations.length;
const operationsBy = (session: typeof before) => 2 * attemptedBy(session) - heldBy(session);
const seconds = after.targets[0]!.uptimeSeconds! - before.targets[0]!.uptimeSeconds!;
const pace = (operationsBy(after) - operationsBy(before)) / seconds;
0x10000 / pace / 3600;
