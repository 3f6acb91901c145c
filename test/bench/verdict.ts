/**
 * How often the verdict is right, over simulated machines whose truth is known, beside the rules that people use today.
 * Thresholds were chosen on the cases 1 to 500 alone; the cases 501 to 1,500 are those reported. `BENCH_SEEDS=1-500` reports others.
 */
import { addScore, emptyScore, scoreCases, type CaseScore, type Score, type Share } from "./verdict/scoreCases.ts";
import { byVerdict } from "./verdict/Answer.ts";
import { biggestTag, endMinusStart, palTrend, percentOfLimit } from "./verdict/todayRules.ts";
import { verdictsOnRealLogs } from "./verdict/realLogs.ts";

const [from = 501, until = 1500] = (process.env["BENCH_SEEDS"] ?? "501-1500").split("-").map(Number);
const COLUMNS: readonly [name: keyof Score, title: string][] = [
  ["word", "verdict"],
  ["found", "leaks found"],
  ["pool", "pool"],
  ["tag", "tag"],
  ["driver", "driver"],
  ["candidates", "among drivers"],
  ["rate", "rate"],
  ["falseAlarm", "false alarms"],
  ["notEnough", "“not enough” right"],
  ["overconfident", "too short, yet told"],
];
const RULES = [
  { name: "verdict", rule: byVerdict },
  { name: "biggest tag", rule: biggestTag },
  { name: "end minus start, over 10 %", rule: endMinusStart },
  { name: "PAL: rises 10 MB/h", rule: palTrend },
  { name: "PAL: 60 % of limit, 10 % of RAM", rule: percentOfLimit },
];

const began = performance.now();
const scores = scoreCases(
  from,
  until,
  RULES.map(({ rule }) => rule),
);
const seconds = (performance.now() - began) / 1000;

console.log(`Cases ${from} to ${until}, right of how many, in ${seconds.toFixed(0)} s.`);
console.log(
  "Tag: where the files show tags. Driver: where one is named and a search has it. Rate: within 25 %, or the interval holds it.",
);
console.log("False alarms: machines that do not leak, called a leak. Rules see only the files that they apply to.\n");
console.log("The verdict, by family");
const families = [...new Set(scores[0]!.map(({ truth }) => truth.family))].sort();
printTable([
  ...families.map((family) =>
    row(
      family,
      scores[0]!.filter(({ truth }) => truth.family === family),
    ),
  ),
  row("all", scores[0]!),
]);
console.log("\nThe verdict and the rules that people use today, all families");
printTable(RULES.map(({ name }, at) => row(name, scores[at]!)));
console.log("\nThe verdict on genuine logs");
const genuine = await verdictsOnRealLogs();
if (genuine.length === 0) console.log("  There are none here.");
for (const { file, says } of genuine) console.log(`  ${file.padEnd(44)} ${says}`);

function row(name: string, cases: readonly CaseScore[]): string[] {
  const sum = emptyScore();
  for (const { score } of cases) addScore(sum, score);
  return [name, String(cases.length), ...COLUMNS.map(([column]) => share(sum[column]))];
}

function share({ right, of }: Share): string {
  return of === 0 ? "–" : `${((100 * right) / of).toFixed(0)} % of ${of}`;
}

function printTable(rows: readonly string[][]): void {
  const all = [["", "cases", ...COLUMNS.map(([, title]) => title)], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((cells) => cells[column]!.length)));
  for (const cells of all)
    console.log(
      `  ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join("  ")}`,
    );
}
