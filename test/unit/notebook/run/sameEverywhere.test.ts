import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../../../src/notebook/run/Engine.ts";
import { plain, runOne, startEngine } from "./helpers.ts";

let engine: Engine;
// A zone with a clock change and a language of its own: what a cell sees must not be it.
const zone = process.env.TZ;
beforeAll(async () => {
  process.env.TZ = "America/St_Johns";
  engine = await startEngine();
});
afterAll(() => {
  engine.dispose();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const valueOf = async (text: string): Promise<unknown> => {
  const { values } = await runOne(engine, text);
  return plain(values[0]);
};

describe("a cell sees the same everywhere", () => {
  test("this process stands in another zone, or the tests below would prove nothing", () => {
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(210);
  });

  test.each<[expression: string, value: unknown]>([
    ["Date.now()", Date.UTC(2026, 0, 1)],
    ["new Date().toISOString()", "2026-01-01T00:00:00.000Z"],
    ["Date()", "Thu Jan 01 2026 00:00:00 GMT+0000 (Coordinated Universal Time)"],
    ["new Date(2026, 6, 1, 12).getTime()", Date.UTC(2026, 6, 1, 12)],
    ["new Date(2026, 6, 1, 12).getHours()", 12],
    ["new Date(99, 0).getFullYear()", 1999],
    ['new Date("2026-07-01T12:00:00").getTime()', Date.UTC(2026, 6, 1, 12)],
    ['new Date("2026-07-01").getTime()', Date.UTC(2026, 6, 1)],
    ['Date.parse("07/01/2026 12:00:00.250")', Date.UTC(2026, 6, 1, 12, 0, 0, 250)],
    ['Date.parse("2026-03-08 02:30:00")', Date.UTC(2026, 2, 8, 2, 30)],
    ['Date.parse("2026-07-01T12:00:00+02:00")', Date.UTC(2026, 6, 1, 10)],
    ['Date.parse("Wed, 01 Jul 2026 12:00:00 GMT")', Date.UTC(2026, 6, 1, 12)],
    ['String(Date.parse("no date"))', "NaN"],
    ["new Date(0).getTimezoneOffset()", 0],
    ["new Date(new Date(5)).getTime()", 5],
    ["new Date(0).toString()", "Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)"],
    ["new Date(NaN).toString()", "Invalid Date"],
    ["`${new Date(0)}`.slice(0, 15)", "Thu Jan 01 1970"],
    ["new Date(0).toLocaleString()", "1/1/1970, 12:00:00 AM"],
    ['new Date(0).toLocaleTimeString("de-DE", { timeZone: "Europe/Berlin" })', "01:00:00"],
    ["(() => { const d = new Date(0); d.setHours(5, 6); return d.getTime() })()", (5 * 60 + 6) * 60_000],
    ["new (class extends Date { twice() { return this.getTime() * 2 } })(4).twice()", 8],
    ["String(new Date() instanceof Date && new Date().constructor === Date)", "true"],
    ["new Intl.DateTimeFormat().resolvedOptions().timeZone", "UTC"],
    ["new (new Intl.DateTimeFormat().constructor as any)().resolvedOptions().timeZone", "UTC"],
    ["Intl.NumberFormat().resolvedOptions().locale", "en-US"],
    ["(1234567.5).toLocaleString()", "1,234,567.5"],
    ['(1234.5).toLocaleString("de-DE")', "1.234,5"],
    ['["b", "a"].sort((x, y) => x.localeCompare(y)).join("")', "ab"],
    ["performance.now()", 0],
  ])("%s", async (expression, value) => expect(await valueOf(expression)).toEqual(value));

  test("random numbers repeat on every run, and differ among themselves", async () => {
    const text = "Array.from({ length: 1_000 }, () => Math.random())";
    const first = (await valueOf(text)) as number[];
    expect(await valueOf(text)).toEqual(first);
    expect(new Set(first).size).toBe(1_000);
    expect(Math.min(...first)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...first)).toBeLessThan(1);
    expect(first.reduce((sum, one) => sum + one, 0) / 1_000).toBeCloseTo(0.5, 1);
  });

  test("a loop that waits for the clock ends", async () => {
    expect(await valueOf("const start = Date.now(); while (Date.now() < start + 1_000); 1")).toBe(1);
  });

  test("nothing is there that differs from place to place, or could speak in the worker's name", async () => {
    const names = [
      "process Buffer require global self window document navigator location fetch XMLHttpRequest WebSocket EventSource",
      "indexedDB caches localStorage postMessage onmessage addEventListener MessageChannel MessagePort BroadcastChannel Worker",
      "importScripts close console crypto Temporal WebAssembly SharedArrayBuffer Atomics setInterval setImmediate eval",
    ].flatMap((line) => line.split(" "));
    const text = `(${JSON.stringify(names)} as string[]).filter((name) => (globalThis as any)[name] !== undefined).join()`;
    expect(await valueOf(text)).toBe("");
  });

  test("nothing is reached through the prototypes of the scope", async () => {
    const text = `
      const found: string[] = [];
      for (let at: object | null = Object.getPrototypeOf(globalThis); at && at !== Object.prototype; at = Object.getPrototypeOf(at))
        for (const name of Object.getOwnPropertyNames(at)) if (/message|close|fetch|import/i.test(name)) found.push(name);
      found.join()`;
    expect(await valueOf(text)).toBe("");
  });

  test("what reading a log needs is there", async () => {
    const text = `
      const bytes = new TextEncoder().encode("a,b\\n");
      const stream = new Blob([bytes]).stream().pipeThrough(new TextDecoderStream("utf-16le"));
      const parts = []; for await (const part of stream) parts.push(part);
      const signal = AbortSignal.abort(); signal.addEventListener("abort", () => undefined);
      [new TextDecoder("windows-1252").decode(bytes), parts.join("").length, signal.aborted, structuredClone({ a: 1 }).a].join("|")`;
    expect(await valueOf(text)).toBe("a,b\n|2|true|1");
  });
});
