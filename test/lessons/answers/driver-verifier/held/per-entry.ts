import { readDebuggerSession, VERIFIER_OPERATIONS } from "pool-leak-lab";

const { records: session } = await readDebuggerSession(await log("verified.txt"));
const operations = session.verifierLogs.flatMap((ring) =>
  Array.from(ring.block, (block, at) => ({
    block: block.toString(16),
    was: VERIFIER_OPERATIONS[ring.operation[at]!],
  })),
);
operations.map(({ block, was }) => ({ block, held: was === "allocate" }));
