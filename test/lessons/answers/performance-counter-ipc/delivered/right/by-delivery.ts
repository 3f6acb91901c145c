const name = counters.counters.at(-1)!.object;
columns
  .filter(({ path }) => path.startsWith(`\\${name}`))
  .map(({ path, blank, zero, samples }) => ({
    counter: path,
    says: blank === samples ? "Never" : blank + zero === samples ? "Zero" : "Alive",
  }));
