import { createWriteStream, readFileSync } from "node:fs";
import { once } from "node:events";

const header = "datasets/contoso-fs1/perfmon.csv";
const sampleSeconds = 15;

/** Writes a counter log of about this size: the rows of the lesson's log over and over, each with a time of its own. */
export async function makeLargeLog(path: string, bytes: number): Promise<{ rows: number; bytes: number }> {
  const [first, ...rows] = readFileSync(header, "latin1").trimEnd().split("\r\n");
  const values = rows.map((row) => row.slice(row.indexOf(",")));
  const file = createWriteStream(path, { encoding: "latin1", highWaterMark: 1 << 20 });
  let written = 0;
  let count = 0;
  let block = `${first!}\r\n`;
  const begin = Date.UTC(2012, 0, 1);
  while (written + block.length < bytes) {
    const iso = new Date(begin + count * sampleSeconds * 1000 + 156).toISOString();
    block += `"${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)} ${iso.slice(11, 23)}"${values[count % values.length]!}\r\n`;
    count++;
    if (block.length < 1 << 20) continue;
    written += block.length;
    if (!file.write(block)) await once(file, "drain");
    block = "";
  }
  file.end(block);
  await once(file, "finish");
  return { rows: count, bytes: written + block.length };
}
