import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Where a page shows its logs, so that a number can link its line: `{ "perfmon.csv": "/lessons/perfmon/#log-perfmon-csv" }`,
 * without the base. A cell may also read a log that the page does not show; that one has no place.
 */
export async function logPlaces(page: string): Promise<Record<string, string>> {
  const text = await readFile(join(process.cwd(), "content", `${page}.mdx`), "utf8");
  const address = page === "index" ? "/" : `/${page}/`;
  const names = [...text.matchAll(/<Log\s[^>]*\bname="([^"]+)"/g)].map(([, name]) => name!);
  return Object.fromEntries(names.map((name) => [name, `${address}#log-${name.replaceAll(".", "-")}`]));
}
