const [start, end] = [heldBy(snapshots[0]!, contextTag)!, heldBy(snapshots.at(-1)!, contextTag)!];
(1000 * (end.diff - start.diff)) / (end.frees - start.frees);
