const rows = snapshots.map((snapshot) => heldBy(snapshot, contextTag)!);
const shares = rows.slice(1).map((row, i) => (row.diff - rows[i]!.diff) / (row.allocs - rows[i]!.allocs));
(1000 * shares.reduce((sum, share) => sum + share, 0)) / shares.length;
