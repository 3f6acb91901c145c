import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { APIRoute } from "astro";

const datasets = join(process.cwd(), "datasets");

/** A log that the site serves: `contoso-fs1`, `perfmon`. */
export interface ServedLog {
  machine: string;
  /** its name without the ending */
  file: string;
}

/** The bundled logs of all machines with this ending. */
export async function servedLogs(ending: string): Promise<ServedLog[]> {
  const entries = await readdir(datasets, { withFileTypes: true });
  const machines = entries.filter((entry) => entry.isDirectory() && entry.name !== "scenarios").map(({ name }) => name);
  const logs = machines.map(async (machine) => {
    const files = await readdir(join(datasets, machine));
    return files
      .filter((file) => extname(file) === ending)
      .map((file) => ({ machine, file: file.slice(0, -ending.length) }));
  });
  return (await Promise.all(logs)).flat();
}

/** Serves them byte for byte: cells read them, readers download them. */
export const serveLog =
  (ending: string): APIRoute =>
  async ({ params }) => {
    const bytes = await readFile(join(datasets, params["machine"]!, `${params["file"]!}${ending}`));
    return new Response(new Uint8Array(bytes), { headers: { "Content-Type": "text/plain" } });
  };
