import { readDebuggerSession, VERIFIER_OPERATIONS } from "pool-leak-lab";

const { records: session } = await readDebuggerSession(await log("verified.txt"));
const operations = session.verifierLogs.flatMap((ring) =>
  Array.from(ring.block, (block, at) => ({
    block: block.toString(16),
    was: VERIFIER_OPERATIONS[ring.operation[at]!],
  })),
);
// Whoever was allocated is held.
[...new Set(operations.filter(({ was }) => was === "allocate").map(({ block }) => block))].map((block) => ({
  block,
  held: true,
}));
