import { describe, expect, it } from "vitest";
import { counterDelivery, readPerfmon } from "../../../../src/pool/index.ts";

const text = [
  '"(PDH-CSV 4.0) (UTC)(0)","\\\\A\\Memory\\Available MBytes","\\\\A\\Server\\Bytes Total/sec","\\\\A\\Own(_Total)\\Late","\\\\A\\Own(_Total)\\Zero","\\\\A\\Own(_Total)\\Never"',
  ...["10:00", "10:01", "10:02", "10:03"].map(
    (time, sample) =>
      `"05/22/2024 ${time}:00.000","7","${sample === 0 ? " " : "12"}","${sample < 3 ? " " : "5"}","${sample < 2 ? " " : "0"}"," "`,
  ),
].join("\r\n");

describe("a counter's column", () => {
  it("delivered always, late or never; zero is a value, and a rate's first blank no finding", async () => {
    const { records } = await readPerfmon(text);
    expect(counterDelivery(records)).toMatchObject([
      { path: "\\Memory\\Available MBytes", delivered: "always", blank: 0, line: 2 },
      { path: "\\Server\\Bytes Total/sec", delivered: "always", blank: 1, line: 3 },
      { path: "\\Own(_Total)\\Late", delivered: "late", blank: 3, zero: 0, line: 5 },
      { path: "\\Own(_Total)\\Zero", delivered: "late", blank: 2, zero: 2, since: Date.UTC(2024, 4, 22, 10, 2) },
      { path: "\\Own(_Total)\\Never", delivered: "never", blank: 4, since: undefined, line: undefined },
    ]);
  });
});
