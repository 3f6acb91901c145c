import { readDebuggerSession } from "pool-leak-lab";

const { records } = await readDebuggerSession(await log("dump.txt"));
const vm = records.vm[0]!;
const [table] = records.poolUsed;
const [row] = table!.rows;
const { bytes, outstanding } = row!.paged.bytes > 0 ? row!.paged : row!.nonpaged;
const usage = Math.max(vm.nonpagedBytes!, vm.pagedBytes!);
const hours = records.targets[0]!.uptimeSeconds! / 3600;

[{ tag: row!.tag, share: 0.5, bytesEach: bytes / outstanding, bytesPerHour: bytes / hours }];
