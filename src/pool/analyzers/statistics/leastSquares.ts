/** A straight line by least squares, the classic beside the robust one. */
export interface LeastSquares {
  /** units of y per unit of x */
  slope: number;
  /** y where x is 0 */
  intercept: number;
  /** the share of the variance that the line explains: 1 is a ruler, 0 is no line at all */
  rSquared: number;
}

/** Ordinary least squares (Legendre 1805) of finite numbers. One stalled or wild sample moves it: see `theilSen`. */
export function leastSquares(x: ArrayLike<number>, y: ArrayLike<number>): LeastSquares {
  const count = Math.min(x.length, y.length);
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < count; i++) {
    meanX += x[i]! / count;
    meanY += y[i]! / count;
  }
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < count; i++) {
    xx += (x[i]! - meanX) ** 2;
    xy += (x[i]! - meanX) * (y[i]! - meanY);
    yy += (y[i]! - meanY) ** 2;
  }
  const slope = xx === 0 ? NaN : xy / xx;
  const rSquared = xx === 0 || yy === 0 ? NaN : (xy * xy) / (xx * yy);
  return { slope, intercept: meanY - slope * meanX, rSquared };
}
