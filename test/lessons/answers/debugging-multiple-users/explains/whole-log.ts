import { patchedGrowth, readDebuggerSession, readPoolmon, snapshotsAfter, tagGrowth, tagPatches } from "pool-leak-lab";

const { records: session } = await readDebuggerSession(await log("patch.txt"));
const { records: taken } = await readPoolmon(await log("poolmon-patched.txt"));
const changed = tagPatches(session);
const grown = patchedGrowth(changed, taken);
const after = snapshotsAfter(taken, changed);
const before = taken.slice(0, -after.length);
const oldTag = changed[0]!.was;
const rowOf = (list: typeof taken, tag: string) =>
  tagGrowth(list, { pool: grown[0]!.pool }).find((row) => row.tag === tag)!;
const fresh = grown.reduce((sum, row) => sum + row.growthBytesPerHour!, 0);
const old = rowOf(before, oldTag).growthBytesPerHour!;
rowOf(taken, grown[0]!.tag).growthBytesPerHour! / old;
