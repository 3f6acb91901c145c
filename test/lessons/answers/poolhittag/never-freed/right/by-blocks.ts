import { hitBlocks, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const whole = hitBlocks(breaks!).flatMap(({ allocatedBy, isFreed }) => {
  const caller = allocatedBy?.split(" < ")[1];
  return caller === undefined ? [] : [{ caller, isFreed }];
});
[...new Set(whole.map(({ caller }) => caller))]
  .filter((caller) => whole.every((block) => block.caller !== caller || !block.isFreed))
  .map((caller) => ({ caller, blocks: whole.filter((block) => block.caller === caller).length, says: "never freed" }));
