import { ownerOf, pairHits, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const { paths } = pairHits(breaks!);
const frameBelow = (frames: string[], deeper: number) => frames[frames.indexOf(ownerOf(frames)!) + deeper]!;
const lost = paths.filter(({ kind, paired }) => kind === "allocate" && paired === 0);

// All callers that allocate.
const callers = new Map<string, number>();
for (const { kind, frames, hits: count } of paths) {
  const caller = frameBelow(frames, 1);
  if (kind === "allocate") callers.set(caller, (callers.get(caller) ?? 0) + count);
}
[...callers].map(([caller, blocks]) => ({ caller, blocks }));
