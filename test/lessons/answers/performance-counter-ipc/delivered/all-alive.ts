const own = counters.counters.at(-1)!.object;
counters.counters.filter((column) => column.object === own).map(({ counter }) => ({ counter, says: "alive" }));
