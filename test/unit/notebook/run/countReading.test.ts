import { describe, expect, test } from "vitest";
import { countReading } from "../../../../src/notebook/run/countReading.ts";
import { ReadingMeter } from "../../../../src/notebook/run/ReadingProgress.ts";
import { runOne, startEngine } from "./helpers.ts";

function counted(): { blob: Blob; read: () => number } {
  let sum = 0;
  const blob = countReading(new Blob(["0123456789"]), (bytes) => (sum += bytes));
  return { blob, read: () => sum };
}

describe("a blob whose reading is counted", () => {
  test.each<[how: string, read: (blob: Blob) => Promise<unknown>, bytes: number]>([
    ["as text", (blob) => blob.text(), 10],
    ["as bytes", (blob) => blob.arrayBuffer(), 10],
    ["as a stream", (blob) => new Response(blob.stream()).text(), 10],
    ["by a slice", (blob) => blob.slice(2, 5).text(), 3],
    ["by a slice of a slice", (blob) => blob.slice(2, 8).slice(1).arrayBuffer(), 5],
    ["by its end", (blob) => blob.slice(-4).text(), 4],
  ])("says how much was read %s", async (_, read, bytes) => {
    const { blob, read: sum } = counted();
    await read(blob);
    expect(sum()).toBe(bytes);
  });

  test("counts nothing of what is only cut or asked for its size", () => {
    const { blob, read } = counted();
    expect(blob.slice(1, 4).size).toBe(3);
    expect(read()).toBe(0);
  });

  test("is still a blob: it can be posted and put into another", async () => {
    const { blob } = counted();
    expect(blob).toBeInstanceOf(Blob);
    expect(await new Blob([blob, "!"]).text()).toBe("0123456789!");
    expect(await structuredClone(blob).text()).toBe("0123456789");
    expect(Object.keys(blob)).toEqual([]);
  });

  test("gives what it holds, unchanged", async () => {
    const { blob } = counted();
    expect(await blob.text()).toBe("0123456789");
    expect(await blob.slice(3, 5, "text/csv").text()).toBe("34");
    expect(blob.slice(3, 5, "text/csv").type).toBe("text/csv");
  });
});

describe("what a run tells of its reading", () => {
  test("is nothing at first, then seldom, and never more than the log has", () => {
    let now = 0;
    const told: [string, number][] = [];
    const meter = new ReadingMeter(
      () => now,
      (log, read) => told.push([log, read]),
    );
    meter.add("a", 10, 100);
    now = 500;
    meter.add("a", 10, 100);
    now = 510;
    meter.add("a", 10, 100);
    now = 900;
    meter.add("b", 5, 5);
    now = 1_300;
    meter.add("a", 95, 100);
    expect(told).toEqual([
      ["a", 20],
      ["b", 5],
      ["a", 100],
    ]);
  });
});

/** Reads a log in ten pieces with a pause before each, so that the whole takes longer than the engine's limit. */
const slowly = `
const blob = await log("slow.txt");
for (let at = 0; at < 10; at++) {
  await new Promise((resolve) => setTimeout(resolve, 200));
  await blob.slice(at, at + 1).text();
}
"read";`;

describe("a run that reads for longer than it may run", () => {
  test("is not ended while it reads, and its engine says how far it is", async () => {
    const engine = await startEngine({ timeLimit: 900 });
    const told: unknown[] = [];
    engine.onProgress = (progress) => told.push(progress);
    const { failed } = await runOne(engine, slowly, { "slow.txt": new Blob(["0123456789"]) });
    engine.dispose();
    expect(failed).toBe(false);
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(-1)).toEqual({ cell: "one", log: "slow.txt", read: 10, total: 10 });
  });

  test("is ended when it goes on without reading", async () => {
    const engine = await startEngine({ timeLimit: 900 });
    const { values } = await runOne(engine, `${slowly.replace('"read";', "")} for (;;);`, {
      "slow.txt": new Blob(["0123456789"]),
    });
    engine.dispose();
    expect(values).toMatchObject([{ kind: "error", message: expect.stringContaining("stopped after") }]);
  });

  test("is not kept alive by reading the same again", async () => {
    const engine = await startEngine({ timeLimit: 900 });
    const again = `
const blob = await log("slow.txt");
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 50));
  await blob.text();
}`;
    const { values } = await runOne(engine, again, { "slow.txt": new Blob(["0123456789"]) });
    engine.dispose();
    expect(values).toMatchObject([{ kind: "error", message: expect.stringContaining("stopped after") }]);
  });
});
