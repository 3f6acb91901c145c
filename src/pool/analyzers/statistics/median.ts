/** The number that `share` of the finite values lie below, by linear interpolation; NaN where there is none. */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort();
  return quantileOfSorted(sorted, share);
}

/** The middle of the finite values; NaN where there is none. */
export function median(values: Iterable<number>): number {
  return quantile(values, 0.5);
}

/** As `quantile`, for values that are already sorted and finite. */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return NaN;
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (place - below);
}

/**
 * How far values usually lie from their middle, in the scale of a standard deviation: 1.4826 × the median absolute
 * deviation (Hampel 1974). One wild value in ten does not move it, as it would the standard deviation.
 */
export function robustSpread(values: Iterable<number>): number {
  const finite = [...values].filter(Number.isFinite);
  const middle = median(finite);
  return 1.4826 * median(finite.map((value) => Math.abs(value - middle)));
}
