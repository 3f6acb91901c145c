import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { APIRoute, GetStaticPaths } from "astro";

const datasets = join(process.cwd(), "datasets");

/** Serves the bundled logs as files, byte for byte: cells read them, readers download them. */
export const getStaticPaths = (async () => {
  const entries = await readdir(datasets, { withFileTypes: true });
  const machines = entries.filter((entry) => entry.isDirectory() && entry.name !== "scenarios").map(({ name }) => name);
  const files = await Promise.all(
    machines.map(async (machine) =>
      (await readdir(join(datasets, machine))).map((file) => ({ params: { machine, file } })),
    ),
  );
  return files.flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await readFile(join(datasets, params["machine"]!, params["file"]!))), {
    headers: { "Content-Type": "text/plain" },
  });
