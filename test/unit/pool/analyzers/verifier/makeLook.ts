/** Blocks that one place of a made driver holds: numbers stand for addresses. */
export interface Held {
  from: number;
  count: number;
  /** of the caller in the driver */
  offset?: number;
  bytes?: number;
  tag?: string;
}

/** A debugger's log with one look at a verified driver, so many hours after its machine started on a day of March 2024. */
export function look({
  hours,
  groups,
  driver = "foo",
  day = 1,
}: {
  hours: number;
  groups: readonly Held[];
  driver?: string;
  day?: number;
}): string {
  const now = new Date(Date.UTC(2024, 2, day, 0, 0, 0) + hours * 3_600_000);
  const time = now.toISOString().slice(11, 19);
  const days = Math.floor(hours / 24);
  const clock = new Date(Math.round((hours - 24 * days) * 3_600_000)).toISOString().slice(11, 19);
  const months = ["Jan", "Feb", "Mar", "Apr"];
  const date = `Fri ${months[now.getUTCMonth()]!} ${String(now.getUTCDate()).padStart(2)}`;
  const blocks = groups.flatMap(({ from, count, offset = 0x1010, bytes = 512, tag = "Foo1" }) =>
    Array.from({ length: count }, (_, i) => {
      const address = (0xffff_a000_0000_0000n + BigInt(from + i) * 0x1000n).toString(16);
      const caller = (0xffff_f801_2000_0000n + BigInt(offset)).toString(16);
      return `      0x${address}  0x${hex(bytes)}  ${tag}  0x${caller}  ${driver}+0x${offset.toString(16)}`;
    }),
  );
  const held = groups.reduce((sum, { count, bytes = 512 }) => sum + count * bytes, 0);
  return `0: kd> vertarget
Windows 10 Kernel Version 17763 MP (4 procs) Free x64
Debug session time: ${date} ${time}.000 2024 (UTC + 0:00)
System Uptime: ${days} days ${clock}.000
0: kd> !verifier 3 ${driver}.sys

Verify Flags Level 0x00000008

  STANDARD FLAGS:
    [X] (0x00000008) Pool tracking

Driver Verification List
------------------------

  MODULE: 0xffff9d0a4f1e1820 ${driver}.sys (Loaded)

    Pool Allocation Statistics: ( NonPagedPool / PagedPool )

      Current Pool Allocations: ( 0x00000000 / 0x${hex(blocks.length)} )
      Current Pool Bytes:       ( 0x00000000 / 0x${hex(held)} )
      Peak Pool Allocations:    ( 0x00000000 / 0x${hex(blocks.length)} )
      Peak Pool Bytes:          ( 0x00000000 / 0x${hex(held)} )

    Pool Allocations:

      Address             Length      Tag   Caller
      ------------------  ----------  ----  ------------------
${blocks.join("\n")}
`;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, "0");
}
