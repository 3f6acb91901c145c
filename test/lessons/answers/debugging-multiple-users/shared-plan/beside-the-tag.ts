import { formatAddress, readDebuggerSession, tagSites } from "pool-leak-lab";

const { records } = await readDebuggerSession(await log("shared.txt"));
const sites = tagSites(records);
const chosen = sites.filter(({ site }) => site.pool === "nonpaged");
const letters = [..."ABCDEFGH"];
chosen.map(({ address, tag }, i) => ({
  command: `eb ${formatAddress(address)}+4 ${letters[i]!.charCodeAt(0).toString(16)}`,
  tag: tag.slice(0, 3) + letters[i]!,
}));
