/**
 * The probability that a standard normal variable lies below `z`, to about 1e-7 (Abramowitz and Stegun 1964, 26.2.17).
 * Enough for a significance: nobody acts on its seventh digit.
 */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

/** The two-sided probability of a result at least as far out as `z`. */
export function twoSided(z: number): number {
  return Math.min(1, 2 * normalBelow(-Math.abs(z)));
}

/** Half the width of a 95 % interval in standard deviations. */
export const Z95 = 1.959963984540054;
