import { readDebuggerSession, tagSites } from "pool-leak-lab";

const { records } = await readDebuggerSession(await log("dump.txt"));
const sites = tagSites(records);

sites.flatMap(({ place, site: { kind, pool } }) =>
  kind === "allocate" && (pool === "nonpaged" || !sites.some((other) => other.site.pool === "nonpaged"))
    ? [place.toUpperCase()]
    : [],
);
