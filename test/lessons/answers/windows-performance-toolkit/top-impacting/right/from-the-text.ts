// By hand: thousands stand in quotes, and the window above the header.
const lines = (await (await log("trace-summary.csv")).text()).split("\r\n");
const seconds = Number(/Window: ([\d.]+)/.exec(lines.join("\n"))![1]);
const rows = lines
  .filter((line) => line.startsWith("AIFO,"))
  .map((line) => {
    const [, paged, tag] = line.split(",");
    const size = /("[\d,]+"|\d+)$/.exec(line)![1]!.replace(/[",]/g, "");
    return { pool: paged!.toLowerCase(), tag: tag!, bytes: Number(size) };
  })
  .toSorted((a, b) => b.bytes - a.bytes);
["nonpaged", "paged"].map((pool) => {
  const { tag, bytes } = rows.find((row) => row.pool === pool)!;
  return { pool, tag, bytesPerHour: (bytes * 3600) / seconds };
});
