import { readPoolTrace } from "../../src/pool/formats/wpt/readPoolTrace.ts";

const ROWS = 600_000;
const RUNS = 15;

/** What one would write in five minutes: split into lines and fields, an object per row, no checks. */
function readPlainly(log: Uint8Array) {
  const rows = [];
  for (const text of new TextDecoder().decode(log).split("\r\n")) {
    const [time, event, pool, tag, address, size, process, thread, stack] = text.split(",");
    rows.push({ time: Number(time), event, pool, tag, address: BigInt(address || 0), size: Number(size), process, thread: Number(thread), stack }); // prettier-ignore
  }
  return rows;
}

/** A trace of 300 tags and 400 stacks. */
function makeTrace(): string {
  const lines: string[] = [];
  for (let at = 0; at < ROWS; at++) {
    const tag = ((at * 7919) % 300).toString(36).padEnd(4, "T");
    const address = (0xffffa00000000000n + BigInt((at * 48_271) % 2_147_483_647) * 16n).toString(16);
    const stack = `[Root]/nt!KiSystemServiceCopyEnd/nt!NtDeviceIoControlFile/nt!IopXxxControlFile/leaky.sys!<PDB not found>+0x${(at * 31) % 400}/nt!ExAllocatePoolWithTag`;
    lines.push(
      `${at * 7},${at % 3 === 0 ? "Free" : "Alloc"},NonPagedNx,${tag},0x${address},${(at * 131) % 9000},svchost.exe (${(at % 40) * 4}),${(at % 900) * 4},${stack}`,
    );
  }
  return lines.join("\r\n");
}

const header = "TimeStamp_us,Event,Pool,Tag,Address,Size,Process(PID),TID,Stack\r\n";
const rows = makeTrace();
const log = new TextEncoder().encode(header + rows);
const bare = new TextEncoder().encode(rows);

async function rate(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return log.length / 2 ** 20 / ((performance.now() - start) / 1000);
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

const cold = await rate(() => readPoolTrace(log));
const read: number[] = [];
const plain: number[] = [];
for (let run = 0; run < RUNS; run++) {
  read.push(await rate(() => readPoolTrace(log)));
  if (run < 5) plain.push(await rate(() => readPlainly(bare)));
}
console.log(`Pool trace, ${(log.length / 2 ** 20).toFixed(1)} MiB, ${ROWS} events, Node ${process.versions.node}`);
console.log(
  `readPoolTrace ${median(read).toFixed(0)} MiB/s (cold ${cold.toFixed(0)}), a plain line loop ${median(plain).toFixed(0)} MiB/s`,
);
