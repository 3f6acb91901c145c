import { expect } from "vitest";

/** Holds a number to the truth within a share of it. */
export function expectWithin(actual: number, truth: number, share: number): void {
  expect(Math.abs(actual / truth - 1), `${actual} against ${truth}`).toBeLessThanOrEqual(share);
}
