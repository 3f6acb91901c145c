/**
 * `npm run bench`: measures and prints, with machine and versions on top, the design's budgets beside. Nothing here is asserted:
 * times depend on the machine. Each benchmark runs in a process of its own, so that its first read is a cold one.
 */
import { spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";

const [processor] = cpus();
console.log(
  `${processor?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
);
console.log(`Node ${process.versions.node}, V8 ${process.versions.v8}, ${process.platform}\n`);

const benchmarks = [
  {
    file: "test/bench/perfmon.ts",
    budget: "budget: 150 MiB/s, 8 × PapaParse, 3 × uDSV typed, median of 15; cold stated beside it",
  },
  { file: "test/bench/poolmon.ts", budget: "no budget yet; beside a plain line loop with one regular expression" },
  { file: "test/bench/poolTrace.ts", budget: "aim: 100 MiB/s; beside a plain line loop that splits at commas" },
  {
    file: "test/bench/verdict.ts",
    budget: "no budget: how often the verdict is right, on machines that no threshold was chosen by",
  },
  {
    file: "test/bench/browser.ts",
    budget: "budgets beside the figures; BENCH_GIGABYTE=1 reads a whole gibibyte where else 256 MiB are read",
  },
];

for (const { file, budget } of benchmarks) {
  console.log(`── ${file}\n   ${budget}`);
  const { status } = spawnSync(process.execPath, [file], { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exitCode = 1;
  console.log();
}
