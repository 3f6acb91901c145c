/** Pearson's r of two equally long lists of finite numbers; NaN where one of them never changes. */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const count = Math.min(a.length, b.length);
  const meanA = mean(a, count);
  const meanB = mean(b, count);
  let together = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < count; i++) {
    const da = a[i]! - meanA;
    const db = b[i]! - meanB;
    together += da * db;
    squaresA += da * da;
    squaresB += db * db;
  }
  return count < 2 ? NaN : together / Math.sqrt(squaresA * squaresB);
}

/** Spearman's rank correlation (Spearman 1904): Pearson's r of the ranks, so that one spike counts as one sample. */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return pearson(ranks(a), ranks(b));
}

/** The place of each value in sorted order, from 1; equal values share the mean of their places. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const result = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let k = start; k < end; k++) result[order[k]!] = (start + end + 1) / 2;
    start = end;
  }
  return result;
}

function mean(values: ArrayLike<number>, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  return sum / count;
}
