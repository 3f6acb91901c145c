import { readDebuggerSession, tagSites } from "pool-leak-lab";

const { records } = await readDebuggerSession(await log("dump.txt"));
const sites = tagSites(records);

sites.filter(({ site }) => site.kind === "allocate").map(({ address }) => ({ place: address }));
