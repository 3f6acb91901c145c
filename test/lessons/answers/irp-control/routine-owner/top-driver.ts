const row = irps[0]!.locations.find(({ control }) => control === 0x41 || control === 0x61)!;
({ driver: irps[0]!.locations.at(-1)!.driver, routine: row.completionSymbol });
