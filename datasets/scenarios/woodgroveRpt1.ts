import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import { showMemoryWith, showPoolUsed, showTarget } from "../../src/pool/simulator/debugger/memorySteps.ts";
import { BY_NONPAGED, BY_PAGED } from "../../src/pool/simulator/debugger/poolUsedTable.ts";
import { sessionLog } from "../../src/pool/simulator/tools/sessionLog.ts";
import { committedElsewhere } from "./committedElsewhere.ts";
import { buildServer, officeDay, plainScenario, serverRoutine } from "../../src/pool/simulator/server/plainServer.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { windows2019Kernel } from "../../src/pool/simulator/kernel/windowsKernels.ts";
import { pacific, pacificTime } from "./zones.ts";

/** WOODGROVE-RPT1 makes reports: its service has promised itself as much memory as RAM and page file can back, and pool is blamed. */
const built = buildServer({
  name: "WOODGROVE-RPT1",
  era: "new",
  gigabytes: 16,
  processors: 4,
  zone: pacificTime,
  restingBytes: { nonpaged: 262_000_000, paged: 389_000_000 },
  churn: 1,
  load: { nonpaged: 1.6, paged: 1.3 },
  processes: [process("WgReportSvc", 1890, 2650, 91_648, { users: 0.3 })],
  disks: ["0 C:", "1 D:"],
});

export const woodgroveCommit: Recording = {
  scenario: committedElsewhere(
    plainScenario(built, {
      name: "woodgrove-rpt1 commit",
      seed: "woodgrove-rpt1 2021-01-19 #1",
      period: {
        bootedAt: pacific("2021-01-11 03:12:44"),
        from: pacific("2021-01-19 14:30:00"),
        until: pacific("2021-01-19 14:45:00"),
        stepSeconds: 30,
        reboots: [],
      },
      schedules: [officeDay(7.4, 1), ...serverRoutine(20, 3, 130)],
      own: [],
    }),
    12_444,
  ),
  kernel: windows2019Kernel({
    processors: 4,
    bases: {
      nt: "fffff8022ae00000",
      hal: "fffff8022b871000",
      FLTMGR: "fffff80a1b2d0000",
      Ntfs: "fffff80a1bc40000",
      disk: "fffff80a1c1a0000",
      partmgr: "fffff80a1bb30000",
      volmgr: "fffff80a1bba0000",
      "nonpaged pool": "ffff8a83c1600000",
      "paged pool": "ffffd40f2ae00000",
    },
    drivers: [],
  }),
  tools: [
    sessionLog({
      file: "dump-commit.txt",
      command: "windbg -z MEMORY.DMP, .logopen, then the commands in the log",
      shows:
        "Another server that refuses allocations: both pools are small and far from any limit, committed memory is at its limit. The PagedPool Commit printed is a number below zero.",
      time: pacific("2021-01-19 14:41:27.553"),
      logFile: "C:\\cases\\woodgrove-rpt1\\dump-commit.txt",
      steps: [
        showTarget,
        showMemoryWith({ underflows: { "PagedPool Commit": -8_790_204_418_118 }, hasFixedPageFile: true }),
        showPoolUsed(BY_NONPAGED),
        showPoolUsed(BY_PAGED),
      ],
    }),
  ],
  verdict: "not enough",
  cannotTell: ["from the dump alone: since when committed memory is at its limit, and which process holds it"],
};
