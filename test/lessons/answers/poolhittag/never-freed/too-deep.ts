import { ownerOf, pairHits, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const { paths } = pairHits(breaks!);
const frameBelow = (frames: string[], deeper: number) => frames[frames.indexOf(ownerOf(frames)!) + deeper]!;
const lost = paths.filter(({ kind, paired }) => kind === "allocate" && paired === 0);

lost.map(({ frames, unpaired }) => ({ caller: frameBelow(frames, 2), blocks: unpaired }));
