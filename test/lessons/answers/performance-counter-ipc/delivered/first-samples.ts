const own = counters.counters.at(-1)!.object;
counters.counters
  .filter((column) => column.object === own)
  .map(({ counter, values }) => ({ counter, says: Number.isNaN(values[1]) ? "never" : "alive" }));
