import { describe, expect, it } from "vitest";
import { minimumRecording, poolLimit, quantity, timeToExhaustion } from "../../../../src/pool/index.ts";

const GiB = 1024 ** 3;

describe("the limit of a pool", () => {
  const of = (
    windows: string,
    bits: 32 | 64,
    gib: number,
    pool: "nonpaged" | "paged" = "nonpaged",
    commitLimitBytes?: number,
  ) =>
    poolLimit({
      windows,
      bits,
      memoryBytes: gib * GiB,
      pool,
      ...(commitLimitBytes !== undefined && { commitLimitBytes }),
    }).value / GiB;

  it("follows Microsoft's table of memory limits", () => {
    expect(of("Windows Server 2008 R2", 64, 8)).toBe(6);
    expect(of("Windows Server 2012 R2", 64, 8)).toBe(8);
    expect(of("Windows Server 2012", 64, 256)).toBe(128);
    expect(of("Windows Vista", 64, 10)).toBe(4);
    expect(of("Windows 7", 64, 512)).toBe(128);
    expect(of("Microsoft Windows Server 2019 Standard", 64, 64)).toBe(64);
    expect(of("Windows Server 2003", 32, 4)).toBe(0.25);
    expect(of("Windows 10", 32, 2)).toBe(1.5);
  });

  it("of the paged pool is bounded by commit too", () => {
    expect(of("Windows 7", 64, 8, "paged", 16 * GiB)).toBe(16);
    expect(of("Windows Server 2022", 64, 8, "paged")).toBe(384);
    expect(of("Windows Server 2003", 32, 4, "paged")).toBeCloseTo(530 / 1024, 6);
    expect(of("Windows XP", 32, 4, "paged")).toBeCloseTo(490 / 1024, 6);
  });

  it("of a release it does not know is a sentence that says how to write it", () => {
    expect(() => of("NT 4", 32, 1)).toThrow(/does not know "NT 4".*Windows Server 2012 R2/);
  });
});

describe("time to exhaustion", () => {
  it("has the interval of the slope, turned round", () => {
    const time = timeToExhaustion(quantity(4 * GiB, "B"), 6 * GiB, quantity(GiB, "B/h", [0.5 * GiB, 2 * GiB]));
    expect(time).toEqual(quantity(7200, "s", [3600, 14_400]));
  });

  it("reads bytes per second, and bare numbers as bytes per hour", () => {
    expect(timeToExhaustion(0, 3600, quantity(1, "B/s")).value).toBe(3600);
    expect(timeToExhaustion(0, 100, 100).value).toBe(3600);
  });

  it("is endless for a slope that does not rise, and may be for one that may not", () => {
    expect(timeToExhaustion(0, 100, -1).value).toBe(Infinity);
    expect(timeToExhaustion(0, 100, quantity(1, "B/h", [-1, 3])).high).toBe(Infinity);
  });

  it("is nothing where the limit is reached", () => {
    expect(timeToExhaustion(200, 100, 5).value).toBe(0);
  });

  it("refuses a slope that fills no pool", () => {
    expect(() => timeToExhaustion(0, 100, quantity(1, "1/h"))).toThrow(/does not fill a pool/);
  });
});

describe("the shortest recording", () => {
  it("lets the leak grow to three times the noise", () => {
    expect(minimumRecording({ leakBytesPerDay: 20, noiseBytes: 40 })).toEqual(quantity(6 * 86_400, "s"));
    expect(minimumRecording({ leakBytesPerDay: 20, noiseBytes: quantity(40, "B"), times: 5 }).value).toBe(10 * 86_400);
    expect(minimumRecording({ leakBytesPerDay: 0, noiseBytes: 1 }).value).toBe(Infinity);
  });
});
