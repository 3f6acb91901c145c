import { readPerfmon, type ReadPerfmonOptions } from "../../../../../src/pool/formats/perfmon/readPerfmon.ts";

export const NONPAGED = "\\\\FS1\\Memory\\Pool Nonpaged Bytes";
export const PAGED = "\\\\FS1\\Memory\\Pool Paged Bytes";
export const HEADER_STAMP = "(PDH-CSV 4.0) (Pacific Daylight Time)(420)";

/** Makes one line of a perfmon CSV. */
export const csvLine = (fields: readonly string[]) => fields.map((field) => `"${field}"`).join(",") + "\r\n";

/** Makes a perfmon CSV: the header of these paths, then the rows as they stand. */
export const csv = (paths: readonly string[], rows: readonly (readonly string[])[], stamp = HEADER_STAMP) =>
  csvLine([stamp, ...paths]) + rows.map(csvLine).join("");

/** Rows of the nonpaged pool at these local times: the values count up from 1. */
export const rowsAt = (stamps: readonly string[]) => stamps.map((stamp, index) => [stamp, String(index + 1)]);

/** Reads a text and gives what the tests look at. */
export async function read(source: string | Uint8Array | Blob, options?: ReadPerfmonOptions) {
  const { records, problems } = await readPerfmon(source, options);
  return {
    log: records,
    problems,
    values: records.counters.map((counter) => [...counter.values]),
    stamps: [...records.times].map((time) => new Date(time).toISOString()),
    said: problems.map(({ line, effect, message }) => `${line} ${effect}: ${message}`).join("\n"),
  };
}
