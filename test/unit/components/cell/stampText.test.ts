import { describe, expect, test } from "vitest";
import { stampText } from "../../../../src/components/cell/stampText.ts";

const now = Date.UTC(2026, 10, 23, 12);

describe("the line under a result", () => {
  test("says that a value came with the page", () => {
    expect(stampText({ status: "asBuilt" }, now)).toBe("as built with the lesson");
  });

  test("says when a value was made, how long it took and how many rows it has", () => {
    const stamp = { status: "ran", milliseconds: 34.4, rows: 2880, time: now } as const;
    expect(stampText(stamp, now)).toBe("run just now, 34 ms, 2,880 rows");
  });

  test.each([
    [59_000, "just now"],
    [60_000, "1 min ago"],
    [3_599_000, "59 min ago"],
    [3_600_000, "1 h ago"],
    [47 * 3_600_000, "47 h ago"],
    [72 * 3_600_000, "3 days ago"],
  ])("after %i ms it says %s", (age, words) => {
    expect(stampText({ status: "ran", time: now - age }, now)).toBe(`run ${words}`);
  });

  test("says when a value is no longer held, since the next run takes longer then", () => {
    expect(stampText({ status: "absent", time: now, milliseconds: 20 }, now)).toBe(
      "run just now, 20 ms; its value is no longer held, and made again when needed",
    );
  });

  test.each([
    [0, 10, "running …"],
    [1.5, 8.5, "running, 1 s"],
    [4.2, 5.8, "running, 4 s; stopped in 6 s unless it is done"],
    [12.3, undefined, "running, 12 s; until it is done or you stop it"],
  ])("after %f s, with %s s of its limit left, it says “%s”", (ran, left, words) => {
    const endsAt = left === undefined ? {} : { endsAt: now + left * 1000 };
    expect(stampText({ status: "running", since: now - ran * 1000, ...endsAt }, now)).toBe(words);
  });

  test("says what a run that was asked for waits for", () => {
    expect(stampText({ status: "waiting" }, now)).toBe("waiting for its turn");
    expect(stampText({ status: "waiting", waitingFor: "Which tag grows?" }, now)).toBe(
      "waiting for “Which tag grows?”",
    );
  });

  test.each([
    [0.2, "under 1 ms"],
    [0.6, "1 ms"],
    [999.4, "999 ms"],
    [999.6, "1.0 s"],
    [12_345, "12.3 s"],
  ])("writes %d ms as %s", (milliseconds, words) => {
    expect(stampText({ status: "ran", milliseconds, time: now }, now)).toBe(`run just now, ${words}`);
  });

  test("says one row, not one rows", () => {
    expect(stampText({ status: "ran", rows: 1, time: now }, now)).toBe("run just now, 1 row");
  });

  test("names the reader's own log", () => {
    expect(stampText({ status: "ran", time: now, ownLog: "server1.csv" }, now)).toBe("run just now, from server1.csv");
  });

  test("says how far a log is read, and never that all is while some is missing", () => {
    expect(stampText({ status: "running" }, now)).toBe("running …");
    const reading = { log: "server1.csv", share: 0.9999 };
    expect(stampText({ status: "running", reading, time: now }, now)).toBe("running, 99 % of server1.csv read");
  });

  test("says what a stale result is older than", () => {
    expect(stampText({ status: "stale" }, now)).toBe("older than the code above");
    expect(stampText({ status: "stale", olderThan: "the log in use" }, now)).toBe("older than the log in use");
  });

  test("says that a run failed and when", () => {
    const stamp = { status: "failed", milliseconds: 12, time: now - 120_000 } as const;
    expect(stampText(stamp, now)).toBe("stopped with an error 2 min ago, 12 ms");
  });
});
