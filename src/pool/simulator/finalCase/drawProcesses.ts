import type { Random } from "../Random.ts";
import type { CallingProcess, CallPath } from "./FinalCasePlan.ts";

/** Programs that make a driver work, each by its way. The first is the driver's own service. */
const PROGRAMS: readonly (readonly [process: string, path: CallPath])[] = [
  ["", "control"],
  ["w3wp.exe", "open"],
  ["System", "worker"],
  ["sqlservr.exe", "control"],
  ["WmiPrvSE.exe", "control"],
  ["spoolsv.exe", "open"],
];

/** Draws for whom the leaking driver works, the one whose blocks are lost and one whose are not, and for whom another driver does. */
export function drawProcesses(
  driver: string,
  other: string,
  random: Random,
): Record<"guilty" | "innocent" | "third", CallingProcess> {
  const first = Math.floor(random.next() * PROGRAMS.length);
  const further = 1 + Math.floor(random.next() * (PROGRAMS.length - 1));
  return {
    guilty: calling(PROGRAMS[first]!, driver, random),
    innocent: calling(PROGRAMS[(first + further) % PROGRAMS.length]!, driver, random),
    third: calling(PROGRAMS[0]!, other, random),
  };
}

function calling([name, path]: (typeof PROGRAMS)[number], driver: string, random: Random): CallingProcess {
  const number = (most: number) => 4 * (1 + Math.floor(random.next() * most));
  const processId = 700 + number(1300);
  const count = 1 + Math.floor(random.next() * 3);
  return {
    process: name === "" ? `${driver.replace(/\.sys$/, "")}svc.exe` : name,
    processId: name === "System" ? 4 : processId,
    threads: Array.from({ length: count }, (_, thread) => processId + 40 + 12 * thread + number(2)),
    path,
  };
}
