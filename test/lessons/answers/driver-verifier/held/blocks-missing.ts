import { readDebuggerSession, VERIFIER_OPERATIONS } from "pool-leak-lab";

const { records: session } = await readDebuggerSession(await log("verified.txt"));
const operations = session.verifierLogs.flatMap((ring) =>
  Array.from(ring.block, (block, at) => ({
    block: block.toString(16),
    was: VERIFIER_OPERATIONS[ring.operation[at]!],
  })),
);
// The held ones only
[...new Set(operations.map(({ block }) => block))]
  .filter((block) => operations.find((each) => each.block === block)!.was === "allocate")
  .map((block) => ({ block, held: true }));
