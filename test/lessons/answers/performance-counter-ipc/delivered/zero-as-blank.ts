const own = counters.counters.at(-1)!.object;
counters.counters
  .filter((column) => column.object === own)
  .map(({ counter, values }) => ({ counter, says: values.some((value) => value > 0) ? "alive" : "never" }));
