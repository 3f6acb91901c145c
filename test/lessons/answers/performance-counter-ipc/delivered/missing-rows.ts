const { counter } = counters.counters.at(-1)!;
({ counter, says: "never" });
