import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import { showMemoryWith, showPoolUsed, showTarget } from "../../src/pool/simulator/debugger/memorySteps.ts";
import { BY_NONPAGED, BY_PAGED } from "../../src/pool/simulator/debugger/poolUsedTable.ts";
import { sessionLog } from "../../src/pool/simulator/tools/sessionLog.ts";
import { committedElsewhere } from "./committedElsewhere.ts";
import { buildServer, officeDay, plainScenario, serverRoutine } from "../../src/pool/simulator/server/plainServer.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { windows7Kernel } from "../../src/pool/simulator/kernel/windowsKernels.ts";
import { westernEuropean, westernEuropeanTime } from "./zones.ts";

/** ALPINE-BOOK2 takes bookings: its service has promised itself as much memory as RAM and page file can back, and pool is blamed. */
const built = buildServer({
  name: "ALPINE-BOOK2",
  era: "old",
  gigabytes: 8,
  processors: 4,
  zone: westernEuropeanTime,
  restingBytes: { nonpaged: 131_000_000, paged: 214_000_000 },
  churn: 1,
  load: { nonpaged: 1.5, paged: 1.2 },
  processes: [process("AlBooking", 1240, 1180, 52_704, { users: 0.3 })],
  disks: ["0 C:", "1 E:"],
});

export const alpineCommit: Recording = {
  scenario: committedElsewhere(
    plainScenario(built, {
      name: "alpine-book2 commit",
      seed: "alpine-book2 2013-02-12 #1",
      period: {
        bootedAt: westernEuropean("2013-02-02 22:47:03"),
        from: westernEuropean("2013-02-12 11:05:00"),
        until: westernEuropean("2013-02-12 11:20:00"),
        stepSeconds: 30,
        reboots: [],
      },
      schedules: [officeDay(8, 1), ...serverRoutine(20, 7, 95)],
      own: [],
    }),
    12_970,
  ),
  kernel: windows7Kernel({
    processors: 4,
    bases: {
      nt: "fffff80002c0f000",
      hal: "fffff800031f9000",
      fltmgr: "fffff88000cfa000",
      Ntfs: "fffff8800103c000",
      srv2: "fffff880045d1000",
    },
    drivers: [],
  }),
  tools: [
    sessionLog({
      file: "dump-commit.txt",
      command: "windbg -z MEMORY.DMP, .logopen, then the commands in the log",
      shows:
        "Another server that refuses allocations: both pools are small and far from their maxima, committed memory is at its limit.",
      time: westernEuropean("2013-02-12 11:16:08.217"),
      logFile: "D:\\cases\\alpine-book2\\dump-commit.txt",
      steps: [
        showTarget,
        showMemoryWith({ hasFixedPageFile: true }),
        showPoolUsed(BY_NONPAGED),
        showPoolUsed(BY_PAGED),
      ],
    }),
  ],
  verdict: "not enough",
  cannotTell: ["from the dump alone: since when committed memory is at its limit, and which process holds it"],
};
