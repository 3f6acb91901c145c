const [start, end] = [heldBy(snapshots[0]!, contextTag)!, heldBy(snapshots.at(-1)!, contextTag)!];
(100 * (end.diff - start.diff)) / (end.allocs - start.allocs);
