import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ProgressBar } from "../../../../src/cli/commandLine/ProgressBar.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function draw(columns: number | undefined, milliseconds: readonly number[], file = "perfmon.csv"): string[] {
  const written: string[] = [];
  const bar = new ProgressBar((text) => written.push(text), columns);
  for (const wait of milliseconds) {
    vi.advanceTimersByTime(wait);
    bar.show(file, 420 * 2 ** 20, 1000 * 2 ** 20);
  }
  bar.clear();
  return written;
}

test("a long read shows how far it is, and leaves an empty line", () => {
  const [shown, cleared] = draw(100, [400]);
  expect(shown).toBe(`\r\u001b[2K${"█".repeat(10)}${"░".repeat(14)}  42 %  420 of 1,000 MiB  perfmon.csv`);
  expect(cleared).toBe("\r\u001b[2K");
});

test("a short read shows nothing", () => {
  expect(draw(100, [100, 100])).toEqual([]);
});

test("without a screen nothing is written", () => {
  expect(draw(undefined, [400, 400])).toEqual([]);
});

test("it is drawn ten times a second at most", () => {
  expect(draw(100, [400, ...Array.from({ length: 100 }, () => 10)]).length).toBeLessThan(14);
});

test("it never breaks the line", () => {
  const [shown] = draw(40, [400], "a name that is far too long for this screen.csv");
  expect(shown!.replace("\r\u001b[2K", "")).toHaveLength(39);
});
