import { addToAddress, readDebuggerSession, tagSites } from "pool-leak-lab";

const { records } = await readDebuggerSession(await log("shared.txt"));
tagSites(records)
  .filter(({ site }) => site.kind === "allocate" && site.poolType === "NonPagedPoolNx")
  .map(({ address, tag }, i) => ({
    command: `eb 0x${addToAddress(address, 3)} '${"789"[i]}'`,
    tag: tag.slice(0, 3) + "789"[i],
  }));
