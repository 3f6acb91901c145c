import type { OwnLogDetail } from "../cell/LabOwnLog.ts";
import type { LessonPage } from "../cell/LessonPage.ts";
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

/** The case's files by their names, and the addresses under which the page offers them. */
const files = new Map<string, File>();
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
    if (files.size === 0) document.addEventListener("own-log", (event) => restoreCase(event as CustomEvent, lesson));
    for (const address of offered) URL.revokeObjectURL(address);
    offered = [];
    for (const { name, bytes } of logs) {
      const file = new File([bytes], name, { type: "text/plain" });
      files.set(name, file);
      showLog(lesson, file);
    }
    void lesson.runs.runAll(() => undefined);
    showFiles(element.querySelector<HTMLElement>(".case-files")!, seed, logs);
    return `These are the logs of ${machine}, case ${seed}. Everything on this page reads them now; they were made here and go nowhere.`;
  } catch (error) {
    if (error instanceof CaseStopped) return "Stopped. The logs on this page are those that were there before.";
    throw error;
  }
}

/** Where the reader takes an own log back, the sample that comes is the case's. */
function restoreCase({ detail }: CustomEvent<OwnLogDetail>, lesson: LessonPage): void {
  const file = files.get(detail.name);
  if (file && !detail.file) queueMicrotask(() => showLog(lesson, file));
}

/** Lets cells read a file of the case, and the log's view show it and offer it. */
function showLog(lesson: LessonPage, file: File): void {
  lesson.replaceLog(file.name, file);
  const view = document.querySelector<HTMLElement>(`lab-log[data-name="${file.name}"]`);
  const own = view?.querySelector<HTMLElement>("lab-own-log");
  if (!view || !own) return;
  const detail: OwnLogDetail = { page: own.dataset["page"] ?? "", name: file.name, file };
  own.dispatchEvent(new CustomEvent("own-log", { bubbles: true, detail }));
  const download = view.querySelector<HTMLAnchorElement>("a[download]");
  if (!download) return;
  download.href = URL.createObjectURL(file);
  // A view hides it for a reader's own file; this one the reader has not got yet.
  download.hidden = false;
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
