import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readPerfmon } from "../../src/pool/formats/perfmon/readPerfmon.ts";

/** What one reader needed for the log. */
export interface PerfmonBenchRow {
  /** the reader and its version */
  reader: string;
  /** MiB of log per second, from bytes to numbers: the median of the warm reads */
  mibPerSecond: number;
  /** the same of the first read in this process */
  coldMiBPerSecond: number;
  /** the median of the warm reads, in milliseconds */
  milliseconds: number;
  /** how many times as long as ours it took */
  timesOurs: number;
}

/** What the benchmark measured, and on what. */
export interface PerfmonBench {
  title: string;
  rows: PerfmonBenchRow[];
}

const COUNTERS = 400;
const SAMPLES = 2880;
const RUNS = 15;
const PEERS = fileURLToPath(new URL("peers/", import.meta.url));

/** The parts of the peers that are used here. */
interface Papa {
  parse(text: string, options: { dynamicTyping: boolean; skipEmptyLines: boolean }): { data: unknown[][] };
}
interface Udsv {
  inferSchema(text: string): { cols: { type: string }[] };
  initParser(schema: unknown): { typedCols(text: string): unknown[][] };
}

/**
 * Measures `readPerfmon` from bytes to numbers on a log of 400 counters and 2,880 samples, a quarter of them rates of 17 digits, beside
 * uDSV and PapaParse, which are installed on the first run. All decode the bytes and turn every value into a number.
 */
export async function benchPerfmon(): Promise<PerfmonBench> {
  const { papa, udsv, versions } = await loadPeers();
  const log = makeLog();
  const readers: { reader: string; read: () => Promise<number> | number }[] = [
    {
      reader: "readPerfmon",
      read: async () =>
        (await readPerfmon(log)).records.counters.reduce((sum, { values }) => sum + values[SAMPLES - 1]!, 0),
    },
    {
      reader: `uDSV ${versions.udsv} typedCols`,
      read: () => {
        const text = new TextDecoder().decode(log);
        const schema = udsv.inferSchema(text);
        schema.cols.forEach((column, index) => (column.type = index === 0 ? "s" : "n"));
        const columns = udsv.initParser(schema).typedCols(text);
        return columns.slice(1).reduce((sum, column) => sum + Number(column[SAMPLES - 1]), 0);
      },
    },
    {
      reader: `PapaParse ${versions.papaparse} dynamicTyping`,
      read: () => {
        const { data } = papa.parse(new TextDecoder().decode(log), { dynamicTyping: true, skipEmptyLines: true });
        return data[SAMPLES]!.slice(1).reduce<number>((sum, value) => sum + Number(value), 0);
      },
    },
  ];
  const mebibytes = log.length / 2 ** 20;
  const measured = readers.map(({ reader, read }) => ({ reader, read, times: [] as number[], sum: 0 }));
  // In turns, so that whatever else the machine does falls on all of them alike.
  for (let run = 0; run <= RUNS; run++) {
    for (const one of measured) {
      const start = performance.now();
      one.sum = await one.read();
      one.times.push(performance.now() - start);
    }
  }
  const [ours] = measured;
  const strays = measured.find(({ sum }) => sum !== ours!.sum);
  if (strays) throw new Error(`${strays.reader} reads other numbers than ours: the comparison is not fair.`);
  return {
    title:
      `perfmon CSV, bytes to numbers: ${COUNTERS} counters, ${SAMPLES} samples, ${mebibytes.toFixed(1)} MiB, median of ${RUNS}; ` +
      `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${process.platform} ${process.arch}, Node ${process.version}`,
    rows: measured.map(({ reader, times }) => ({
      reader,
      mibPerSecond: round((mebibytes / warmMedian(times)) * 1000),
      coldMiBPerSecond: round((mebibytes / times[0]!) * 1000),
      milliseconds: round(warmMedian(times)),
      timesOurs: round(warmMedian(times) / warmMedian(ours!.times)),
    })),
  };
}

/** The median without the first, cold run. */
const warmMedian = (times: readonly number[]) => times.slice(1).toSorted((a, b) => a - b)[RUNS >> 1]!;

const round = (value: number) => Number(value.toPrecision(3));

/** The peers are not needed to build or test the project, so that they are installed here only, and only once. */
async function loadPeers() {
  if (!existsSync(`${PEERS}node_modules/udsv`) || !existsSync(`${PEERS}node_modules/papaparse`)) {
    const command = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
    // On Windows npm is a command file, which only a shell starts.
    execFileSync("npm", command, { cwd: PEERS, stdio: "inherit", shell: process.platform === "win32" });
  }
  const load = async (path: string): Promise<unknown> => await import(pathToFileURL(PEERS + path).href);
  const version = async (name: string) =>
    (
      (await import(pathToFileURL(`${PEERS}node_modules/${name}/package.json`).href, { with: { type: "json" } })) as {
        default: { version: string };
      }
    ).default.version;
  return {
    papa: ((await load("node_modules/papaparse/papaparse.js")) as { default: Papa }).default,
    udsv: (await load("node_modules/udsv/dist/uDSV.mjs")) as Udsv,
    versions: { udsv: await version("udsv"), papaparse: await version("papaparse") },
  };
}

/** A log as relog writes it, the same on every run: whole numbers of one to ten digits, and a quarter rates of 17. */
function makeLog(): Uint8Array {
  let state = 20120731;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const paths = Array.from(
    { length: COUNTERS },
    (_, index) =>
      `"\\\\CONTOSO-FS1\\Process(svchost#${index})\\${index % 4 === 3 ? "% Processor Time" : "Pool Nonpaged Bytes"}"`,
  );
  const lines = [`"(PDH-CSV 4.0) (Pacific Daylight Time)(420)",${paths.join(",")}`];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const iso = new Date(Date.UTC(2012, 7, 14) + sample * 15_000 + Math.floor(random() * 30)).toISOString();
    const values = paths.map((_, index) =>
      index % 4 === 3 ? (random() * 100).toPrecision(17) : Math.floor(random() * 10 ** (1 + (index % 10))),
    );
    lines.push(
      `"${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)} ${iso.slice(11, 23)}","${values.join('","')}"`,
    );
  }
  return new TextEncoder().encode(lines.join("\r\n") + "\r\n");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { title, rows } = await benchPerfmon();
  console.log(title);
  console.table(rows);
}
