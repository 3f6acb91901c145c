const bits = irps[0]!.locations.filter(({ completionSymbol }) => completionSymbol).map(({ control }) => control);
bits.every((control) => (control & 0xa0) !== 0)
  ? "Every routine in it."
  : "Every one but the one that lacks the bit for errors.";
