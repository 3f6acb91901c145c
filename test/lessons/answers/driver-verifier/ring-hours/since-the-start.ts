import { readDebuggerSession } from "pool-leak-lab";

const { records: session } = await readDebuggerSession(await log("verified.txt"));
const { summary, drivers } = session.verifierReports[0]!;
const operations = 2 * summary["Pool Allocations Attempted"]! - drivers[0]!.allocations.length;
// All that it ever did, over all the time since the restart
(65_536 / (operations / session.targets[0]!.uptimeSeconds!) / 3600).toFixed(1);
