import { readDebuggerSession, VERIFIER_OPERATIONS } from "pool-leak-lab";

const { records: session } = await readDebuggerSession(await log("verified.txt"));
const operations = session.verifierLogs.flatMap((ring) =>
  Array.from(ring.block, (block, at) => ({
    block: block.toString(16),
    was: VERIFIER_OPERATIONS[ring.operation[at]!],
  })),
);
// From the oldest to the newest: the last one set is the state.
const states = new Map(operations.toReversed().map(({ block, was }) => [block, was]));
[...states].map(([block, was]) => ({
  address: `0x${block.padStart(16, "0")}`,
  state: was === "free" ? "freed" : "held",
}));
