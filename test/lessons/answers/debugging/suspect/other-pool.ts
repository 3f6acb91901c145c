import { dumpShares, readDebuggerSession } from "pool-leak-lab";

const { records } = await readDebuggerSession(await log("dump.txt"));
const [top] = dumpShares(records.poolUsed[1]!, records.vm[0], {
  pool: "nonpaged",
});

[{ tag: top!.tag, share: top!.share, bytesEach: top!.blockBytes, bytesPerHour: top!.bytes }];
