/**
 * How likely each value of Kendall's S is when nothing rises or falls, for `count` values without ties: the exact
 * distribution (Kendall 1975), since the normal one is wrong for the handful of nights that a log of a week has.
 *
 * @returns probabilities of S = -N, -N + 2, … N, where N = count (count - 1) / 2
 */
export function kendallDistribution(count: number): Float64Array {
  // The number of orders with k inversions, built up one value at a time.
  let orders = [1];
  for (let size = 2; size <= count; size++) {
    const next = new Array<number>(orders.length + size - 1).fill(0);
    orders.forEach((ways, inversions) => {
      for (let more = 0; more < size; more++) next[inversions + more]! += ways;
    });
    orders = next;
  }
  const total = orders.reduce((sum, ways) => sum + ways, 0);
  return Float64Array.from(orders, (ways) => ways / total);
}

/** The probability that S is at least `s` when nothing rises or falls (one-sided). */
export function kendallAtLeast(count: number, s: number): number {
  const pairs = (count * (count - 1)) / 2;
  return kendallDistribution(count).reduce((sum, share, index) => (2 * index - pairs >= s ? sum + share : sum), 0);
}

/** Up to this many values the exact distribution is used; beyond it the normal one agrees to the second digit. */
export const EXACT_UP_TO = 10;
