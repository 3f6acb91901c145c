const row = heldBy(snapshots.at(-1)!, contextTag)!;
(1000 * row.diff) / row.allocs;
