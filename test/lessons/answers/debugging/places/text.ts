import { readDebuggerSession, tagSites } from "pool-leak-lab";

const { records } = await readDebuggerSession(await log("dump.txt"));
const sites = tagSites(records);

sites.map(({ place }) => ({ place }));
