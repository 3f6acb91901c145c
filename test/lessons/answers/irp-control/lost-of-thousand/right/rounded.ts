import { tagGrowth } from "pool-leak-lab";

// What was freed between the two, and the rest of it.
const { freedShare } = tagGrowth(snapshots).find(({ tag }) => tag === contextTag)!;
({ lostOfThousand: Math.round((1 - freedShare!) * 10_000) / 10 });
