import { existsSync, openAsBlob, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { CounterLog } from "../../../../../src/pool/formats/perfmon/CounterLog.ts";
import { findCounter } from "../../../../../src/pool/formats/perfmon/findCounter.ts";
import { printPerfmon } from "../../../../../src/pool/formats/perfmon/printPerfmon.ts";
import { readPerfmon } from "../../../../../src/pool/formats/perfmon/readPerfmon.ts";

const FOLDER = fileURLToPath(new URL("../../../../../../shared/real-logs/", import.meta.url));
const bytesOf = (name: string) => new Uint8Array(readFileSync(FOLDER + name));
const perfmon = async (name: string) => await readPerfmon(bytesOf(`perfmon-csv/${name}`));
const first = (log: CounterLog, path: string) => findCounter(log, path)!.values[0];
const last = (log: CounterLog, path: string) => findCounter(log, path)!.values.at(-1);
const lost = (problems: { effect: string }[]) => problems.filter(({ effect }) => effect === "lost");
const utc = (time: number | undefined) => new Date(time!).toISOString();

/** Every number of a log as one list, to compare logs bit by bit. */
const numbers = (log: CounterLog) => log.counters.flatMap((counter) => [...counter.values]);

// They belong to others and are read in place, where the folder is there.
describe.skipIf(!existsSync(FOLDER))("genuine counter logs", () => {
  it("reads 1,104 Russian counters in windows-1251 and says that the zone is cut off", async () => {
    const { records: log, problems } = await perfmon("01-russian-process-wide-cp1251.csv");
    expect(log.counters.length).toBe(1104);
    expect(log.times.length).toBe(26);
    expect(log.machine).toBe("DESKTOP-LRPVSK4");
    expect(log.timeZone).toBeUndefined();
    expect(log.counters[0]).toMatchObject({
      object: "Процесс",
      instance: "Idle",
      counter: "% загруженности процессора",
      englishPath: undefined,
    });
    expect(last(log, "\\Процесс(_Total)\\Рабочий набор")).toBe(12403163136);
    expect(findCounter(log, "\\Процесс\\Рабочий набор")!.instance).toBe("_Total");
    expect(problems.map(({ message }) => message).join("\n")).toMatch(
      /cut off \("\(RTZ 2 \("\)[^]*windows-1251|windows-1251[^]*cut off/,
    );
    expect(lost(problems)).toEqual([]);
  });

  it("reads instances of a process, with private bytes that rise by 4,096 only", async () => {
    const { records: log, problems } = await perfmon("02-process-instances-30rows.csv");
    expect(log.times.length).toBe(30);
    expect(log.counters.map(({ instance }) => instance)).toEqual([
      "_Total",
      "AnyDesk",
      "AnyDesk#1",
      "AnyDesk#2",
      "_Total",
      "AnyDesk",
      "AnyDesk#1",
      "AnyDesk#2",
    ]);
    expect(log.timeZone).toEqual({ name: "Eastern Daylight Time", biasMinutes: 240 });
    expect(utc(log.times[0])).toBe("2021-09-16T12:01:28.780Z");
    expect(first(log, "\\Process(AnyDesk#2)\\Private Bytes")).toBe(57298944);
    expect(last(log, "\\Process(AnyDesk#2)\\Private Bytes")).toBe(57303040);
    expect(first(log, "\\Process(_Total)\\Virtual Bytes")).toBe(238133047951360);
    expect(lost(problems)).toEqual([]);
  });

  it("reads the same set of another minute: two instances constant to the byte, one with two values", async () => {
    const { records: log } = await perfmon("03-process-instances-26rows.csv");
    const held = (instance: string) => new Set(findCounter(log, "\\Process\\Private Bytes", instance)!.values);
    expect(log.times.length).toBe(26);
    expect(held("AnyDesk")).toEqual(new Set([20406272]));
    expect(held("AnyDesk#1")).toEqual(new Set([19542016]));
    expect(held("AnyDesk#2")).toEqual(new Set([57315328, 57245696]));
  });

  it("reads rates of 17 digits, with the blanks of the first row as no sample", async () => {
    const { records: log, problems } = await perfmon("04-committed-bytes-15s.csv");
    expect(log.times.length).toBe(351);
    expect(log.counters.map(({ values }) => values.findIndex((value) => !Number.isNaN(value)))).toEqual([0, 1, 1, 1]);
    expect(first(log, "\\Memory\\% Committed Bytes In Use")).toBe(11.560571277026032);
    expect(last(log, "\\Memory\\% Committed Bytes In Use")).toBe(11.819457237824773);
    expect(log.timeZone!.biasMinutes).toBe(480);
    expect(log.times.at(-1)! - log.times[0]!).toBe(87.5 * 60_000);
    expect(log.lines[350]).toBe(352);
    expect(lost(problems)).toEqual([]);
  });

  it("reads a Spanish TSV of 965 rows in windows-1252", async () => {
    const { records: log, problems } = await perfmon("05-spanish-965rows.tsv");
    expect([log.counters.length, log.times.length]).toEqual([14, 965]);
    expect(log.timeZone).toEqual({ name: "Hora de verano romance", biasMinutes: -120 });
    expect(log.counters[0]!.object).toBe("Disco físico");
    expect(last(log, "\\Memoria\\Bytes disponibles")).toBe(16058679296);
    expect(
      findCounter(log, "\\Interfaz de red(isatap.{E4048626-77B4-455C-B3B1-413959881D9F})\\Ancho de banda actual")!
        .values[0],
    ).toBe(100000);
    expect(lost(problems)).toEqual([]);
    expect(problems.some(({ message }) => message.includes("findCounter"))).toBe(true);
  });

  it.each([
    ["06-spanish-comma-000001.csv", 13, 83134.183760684623849],
    ["07-spanish-comma-000002.csv", 42, 58668.29669623755035],
  ])("reads %s with numbers of 20 digits and exponents of three", async (name, rows, lastSwitches) => {
    const { records: log, problems } = await perfmon(name);
    expect([log.counters.length, log.times.length]).toEqual([14, rows]);
    expect(log.counters.at(-1)!.values.at(-1)).toBe(lastSwitches);
    expect(lost(problems)).toEqual([]);
  });

  it("reads the copy with semicolons, decimal commas and padding to the same bits as its twin", async () => {
    const { records: log, problems } = await perfmon("08-spanish-semicolon-decimalcomma-1.csv");
    const { records: twin } = await perfmon("06-spanish-comma-000001.csv");
    expect(numbers(log)).toEqual(numbers(twin));
    expect(log.times).toEqual(twin.times);
    expect(log.counters.map(({ path }) => path)).toEqual(twin.counters.map(({ path }) => path));
    expect(log.timeZone).toEqual(twin.timeZone);
    expect(lost(problems)).toEqual([]);
  });

  it("reads the other such copy, whose twin is not in the collection, to the numbers of its text", async () => {
    const { records: log, problems } = await perfmon("09-spanish-semicolon-decimalcomma-3.csv");
    const text = new TextDecoder("windows-1252").decode(bytesOf("perfmon-csv/09-spanish-semicolon-decimalcomma-3.csv"));
    const rows = text
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((row) => row.split(";").slice(1));
    const expected = rows.map((row) =>
      row.map((field) => (field.trim() === "" ? NaN : Number(field.trim().replace(",", ".")))),
    );
    expect(rows.length).toBe(12);
    expect(log.counters.map(({ values }) => [...values])).toEqual(
      log.counters.map((_, index) => expected.map((row) => row[index])),
    );
    expect(lost(problems)).toEqual([]);
  });

  it("reads typeperf's console output: no row of the blank line before or the farewell after", async () => {
    const { records: log, problems } = await perfmon("10-typeperf-stdout-ci-runner.csv");
    expect(log.timeZone).toBeUndefined();
    expect([...log.lines]).toEqual([3]);
    expect(utc(log.times[0])).toBe("2026-09-22T21:42:32.824Z");
    expect(first(log, "\\Memory\\Commit Limit")).toBe(20261367808);
    expect(lost(problems)).toEqual([]);
  });

  it.each(["02-process-instances-30rows.csv", "03-process-instances-26rows.csv", "04-committed-bytes-15s.csv"])(
    "prints %s back to the same bytes",
    async (name) => {
      const { records: log } = await perfmon(name);
      expect(printPerfmon(log)).toBe(new TextDecoder().decode(bytesOf(`perfmon-csv/${name}`)));
    },
  );

  it.each(["01-russian-process-wide-cp1251.csv", "05-spanish-965rows.tsv", "08-spanish-semicolon-decimalcomma-1.csv"])(
    "reads %s from a file, piece by piece, to the same log",
    async (name) => {
      const { records } = await readPerfmon(await openAsBlob(`${FOLDER}perfmon-csv/${name}`));
      expect(records).toEqual((await perfmon(name)).records);
    },
  );

  it.each([
    ["blg/01-pal-sample-vista2007.blg", /binary counter log.*relog log\.blg -f csv -o log\.csv/],
    ["etl/01-kernel-shutdown-win10-18362.etl", /event trace \(\.etl\)/],
    ["etl/03-process-win7.etl", /event trace \(\.etl\)/],
    ["poolmon/07-server-nic-lab.txt", /PoolMon log.*readPoolmon/],
    ["windbg/02-vm1-win11-negative-paged-commit.txt", /debugger/],
    ["pool-tags/02-pooltag-2018.txt", /pooltag\.txt.*readPooltag/],
    ["other/01-poolmonx-export-broken.csv", /PoolMonX/],
    ["other/02-poolmonx-export-decoded.tsv", /PoolMonX/],
  ])("says what %s is instead of a counter log", async (name, says) => {
    const { records, problems } = await readPerfmon(bytesOf(name));
    expect(records.times.length).toBe(0);
    expect(records.counters).toEqual([]);
    expect(problems.map(({ message }) => message).join("\n")).toMatch(says);
  });
});
