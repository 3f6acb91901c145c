import { readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import type { Counter } from "../../src/pool/formats/perfmon/CounterLog.ts";
import { printPerfmon } from "../../src/pool/formats/perfmon/printPerfmon.ts";
import { readPerfmon } from "../../src/pool/formats/perfmon/readPerfmon.ts";

/** What was written. */
export interface LargeCounterLog {
  bytes: number;
  counters: number;
  samples: number;
}

const sample = "datasets/contoso-fs1/perfmon.csv";
const leaked = "\\Memory\\Pool Nonpaged Bytes";
/** Bytes that leak from one sample to the next. */
const leakPerSample = 4096;
const interval = 15_000;
const flushBytes = 4 << 20;

/**
 * Writes a counter log of about this size: the machine of the lessons with more counters beside, its samples over and over with
 * stamps that go on, and a nonpaged pool that grows by a page with each of them.
 *
 * @param counters how many columns it has
 */
export async function writeLargeCounterLog(path: string, bytes: number, counters = 400): Promise<LargeCounterLog> {
  const { records } = await readPerfmon(readFileSync(sample));
  const more = Array.from({ length: Math.max(0, counters - records.counters.length) }, (_, index) =>
    rateCounter(index, records.times.length),
  );
  const all = [...records.counters, ...more];
  const [header, ...rows] = printPerfmon({ ...records, counters: all })
    .trimEnd()
    .split("\r\n");
  const column = all.findIndex(({ englishPath, instance }) => englishPath === leaked && instance === "") + 1;
  const parts = rows.map((row) => {
    const fields = row.slice(1, -1).split('","');
    return { before: fields.slice(1, column), value: Number(fields[column]), after: fields.slice(column + 1) };
  });
  const texts = parts.map(({ before, value, after }) => ({
    before: before.join('","'),
    value,
    after: after.join('","'),
  }));

  const file = await open(path, "w");
  let [written, samples, buffer] = [0, 0, `${header!}\r\n`];
  while (written + buffer.length < bytes) {
    const { before, value, after } = texts[samples % texts.length]!;
    const pool = Number.isNaN(value) ? " " : value + samples * leakPerSample;
    buffer += `"${stamp(records.localTimes[0]! + samples * interval)}","${before}","${pool}","${after}"\r\n`;
    samples += 1;
    if (buffer.length < flushBytes) continue;
    written += (await file.write(buffer)).bytesWritten;
    buffer = "";
  }
  written += (await file.write(buffer)).bytesWritten;
  await file.close();
  return { bytes: written, counters: all.length, samples };
}

/** A rate with 17 digits, as most columns of a large log are. */
function rateCounter(index: number, samples: number): Counter {
  const [object, instance, counter] = ["LogicalDisk", `Volume${index}`, "Disk Bytes/sec"];
  return {
    path: `\\\\CONTOSO-FS1\\${object}(${instance})\\${counter}`,
    machine: "CONTOSO-FS1",
    object,
    instance,
    counter,
    englishPath: undefined,
    column: 0,
    values: Float64Array.from({ length: samples }, (_, sample) => Math.abs(Math.sin(index * 1000 + sample)) * 1e6),
  };
}

function stamp(localTime: number): string {
  const iso = new Date(localTime).toISOString();
  return `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)} ${iso.slice(11, 23)}`;
}
