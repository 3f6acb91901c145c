import { readDebuggerSession, VERIFIER_OPERATIONS } from "pool-leak-lab";

const { records: session } = await readDebuggerSession(await log("verified.txt"));
const operations = session.verifierLogs.flatMap((ring) =>
  Array.from(ring.block, (block, at) => ({
    block: block.toString(16),
    was: VERIFIER_OPERATIONS[ring.operation[at]!],
  })),
);
// The other way round: a block of which a free is in the ring, or nothing but one allocation
[...new Set(operations.map(({ block }) => block))].map((block) => ({
  block,
  held: operations.filter((each) => each.block === block && each.was === "allocate").length > 2,
}));
