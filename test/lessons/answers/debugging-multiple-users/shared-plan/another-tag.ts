import { planPatches, readDebuggerSession, tagSites } from "pool-leak-lab";

const { records } = await readDebuggerSession(await log("shared.txt"));
const tags = records.poolUsed.flatMap(({ rows }) => rows.map(({ tag }) => tag));
const plan = planPatches(
  tagSites(records).filter(({ site }) => site.pool === "nonpaged"),
  { tags },
);
// The tag as it was.
plan.map(({ command }) => ({ command, tag: tags[0]! }));
