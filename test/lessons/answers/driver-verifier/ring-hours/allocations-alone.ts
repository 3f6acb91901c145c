import { readDebuggerSession } from "pool-leak-lab";

const { records: before } = await readDebuggerSession(await log("verified-earlier.txt"));
const { records: after } = await readDebuggerSession(await log("verified.txt"));
const attemptedBy = ({ verifierReports }: typeof before) => verifierReports[0]!.summary["Pool Allocations Attempted"]!;
const seconds = after.targets[0]!.uptimeSeconds! - before.targets[0]!.uptimeSeconds!;
(65_536 / ((attemptedBy(after) - attemptedBy(before)) / seconds) / 3600).toFixed(1);
