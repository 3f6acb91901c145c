import { ownerOf, pairHits, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const { paths } = pairHits(breaks!);
const frameBelow = (frames: string[], deeper: number) => frames[frames.indexOf(ownerOf(frames)!) + deeper]!;
const lost = paths.filter(({ kind, paired }) => kind === "allocate" && paired === 0);

[
  {
    caller: lost[0]!.frames.find((frame) => frame.includes("IopXxxControlFile"))!,
    blocks: lost.reduce((sum, { unpaired }) => sum + unpaired, 0),
  },
];
