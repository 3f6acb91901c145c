import type { OwnLogDetail } from "../cell/LabOwnLog.ts";
import { lessonOf } from "../cell/lessonOf.ts";
import { siteAddress } from "../cell/siteFiles.ts";
import { fileSizeText } from "../log/fileSizeText.ts";
import type { CaseLog } from "./CaseProtocol.ts";
import { CaseStopped, caseThread } from "./CaseThread.ts";
import type { LabFinalCase } from "./LabFinalCase.ts";
import { saveBytes } from "./saveBytes.ts";

/** Lessons, in the order of the course, with the log that each begins with. */
const LESSONS: readonly (readonly [title: string, page: string])[] = [
  ["Part 1, counters", "perfmon"],
  ["Part 2, PoolMon", "poolmon"],
  ["Part 3, the dump", "debugging"],
  ["Part 5, PoolHitTag", "poolhittag"],
  ["Part 6, Driver Verifier", "driver-verifier"],
  ["Part 7, the trace", "windows-performance-toolkit"],
];

/** The addresses of files that the page offered before. */
let offered: string[] = [];

/**
 * Makes the logs of a case and puts them in the place of the page's logs: views, downloads and cells have them then.
 *
 * @returns what to say of it
 */
export async function showCase(
  element: LabFinalCase,
  seed: number,
  onProgress: (share: number) => void,
): Promise<string> {
  try {
    const [{ machine, logs }, lesson] = await Promise.all([
      caseThread.ask({ kind: "make", seed }, onProgress),
      lessonOf(element.page),
    ]);
    for (const address of offered) URL.revokeObjectURL(address);
    offered = [];
    for (const log of logs) {
      const file = new File([log.bytes], log.name, { type: "text/plain" });
      lesson.replaceLog(log.name, file);
      showLog(element.page, file);
    }
    showFiles(element.querySelector<HTMLElement>(".case-files")!, seed, logs);
    return `These are the logs of ${machine}, case ${seed}. Everything on this page reads them now; they were made here and go nowhere.`;
  } catch (error) {
    if (error instanceof CaseStopped) return "Stopped. The logs on this page are those that were there before.";
    throw error;
  }
}

/** Tells the log's view, and lets its download give the case's file. */
function showLog(page: string, file: File): void {
  const view = document.querySelector<HTMLElement>(`lab-log[data-name="${file.name}"]`);
  if (!view) return;
  const detail: OwnLogDetail = { page, name: file.name, file };
  view.querySelector("lab-own-log")?.dispatchEvent(new CustomEvent("own-log", { bubbles: true, detail }));
  const download = view.querySelector<HTMLAnchorElement>("a[download]");
  if (!download) return;
  download.href = URL.createObjectURL(file);
  offered.push(download.href);
}

/** The whole case in one file, and the lessons that it can be opened in. */
function showFiles(place: HTMLElement, seed: number, logs: readonly CaseLog[]): void {
  const bytes = logs.reduce((sum, log) => sum + log.bytes.length, 0);
  const all = document.createElement("button");
  all.type = "button";
  all.textContent = `Download all ${logs.length} logs (${fileSizeText(bytes)}, as one .zip)`;
  all.addEventListener("click", () => {
    void caseThread.ask({ kind: "zip", seed }).then((zip) => saveBytes(zip, `case-${seed}.zip`));
  });
  const lessons = document.createElement("p");
  lessons.append("Open them in a lesson, in the place of its own logs: ");
  for (const [at, [title, page]] of LESSONS.entries()) {
    const link = document.createElement("a");
    link.href = siteAddress(`/lessons/${page}/?case=${seed}`);
    link.textContent = title;
    lessons.append(at === 0 ? "" : " · ", link);
  }
  const line = document.createElement("p");
  line.append(all);
  place.replaceChildren(line, lessons);
  place.hidden = false;
}
