import { identifyLog } from "../../pool/formats/text/identifyLog.ts";
import type { FileKind } from "../../pool/formats/text/FileKind.ts";
import { fileSizeText } from "../log/fileSizeText.ts";
import { announce } from "./announce.ts";
import { commandFor, foreignText, isForeign, lessonLink } from "./foreignFile.ts";
import type { GivenFiles } from "./givenFiles.ts";
import type { LabOwnLog, OwnLogDetail } from "./LabOwnLog.ts";
import type { LessonPage } from "./LessonPage.ts";
import type { ReadersProgress } from "./LessonRuns.ts";
import { OwnLogReport, problemsText, type OwnLogReadDetail } from "./OwnLogReport.ts";
import { sortFiles } from "./sortFiles.ts";
import { readingText } from "./stampText.ts";

/** Takes the files that a reader gives for one log: looks what they are, puts them in place, runs what builds on them. */
export class OwnLogDesk {
  readonly #element: LabOwnLog;
  readonly #lesson: LessonPage;
  readonly #report: OwnLogReport;
  /** the file in use; undefined while it is the sample */
  #file: File | undefined;
  /** how many cells of the page build on the log */
  #count = 0;
  #isRunning = false;
  /** ends what is being done with the file in use */
  #inspection = new AbortController();

  constructor(element: LabOwnLog, lesson: LessonPage) {
    this.#element = element;
    this.#lesson = lesson;
    lesson.runs.watchReading(element.name, (reading) => {
      // While all that builds on it runs, the line says that too.
      if (!this.#isRunning) element.sayProgress(reading ? readingText(reading) : "");
    });
    this.#report = new OwnLogReport(element.place.querySelector<HTMLElement>(".log-report")!, element.name);
  }

  async take({ files, folders }: GivenFiles): Promise<void> {
    if (files.length > 1) return this.#takeSeveral(files);
    const [file] = files;
    if (file) return this.#takeOne(file);
    if (folders > 0) this.#element.say("That is a folder: choose the log inside it.");
  }

  /** Brings the sample back. */
  restore(): void {
    this.#replace(undefined);
    this.#element.say("Cells read the sample again.");
    this.#report.clear();
  }

  /** Runs what builds on the log. */
  async run(): Promise<void> {
    const file = this.#file;
    if (this.#isRunning || !file) return;
    if ((await kindOf(file)) === unreadable) return this.#element.say(unreadableText(file.name));
    this.#isRunning = true;
    this.#swap("run", "stop");
    const { name } = this.#element;
    try {
      const failed = await this.#lesson.runs.runReaders(name, (progress) =>
        this.#element.sayProgress(progressText(progress)),
      );
      if (this.#file === file) this.#element.say(ranText(this.#count, failed, file.name));
    } finally {
      this.#isRunning = false;
      this.#element.sayProgress("");
      this.#swap("stop", "run");
      this.#offerRun();
    }
  }

  stop(): void {
    this.#lesson.runs.stop();
  }

  /** Puts a file in the place of the log, and says what it is. */
  async #takeOne(file: File): Promise<void> {
    const found = await kindOf(file);
    if (found === unreadable) return this.#element.say(unreadableText(file.name));
    this.#replace(file);
    const { name, reader } = this.#element;
    if (isForeign(found, reader)) return this.#meetForeign(file, found);
    this.#element.say(
      `Cells read ${file.name} (${fileSizeText(file.size)}) now in the place of ${name}. It stays on this machine: nothing is uploaded.`,
    );
    void this.#inspect(file);
  }

  #replace(file: File | undefined): void {
    this.#inspection.abort();
    const { page, name } = this.#element;
    this.#file = file;
    this.#count = this.#lesson.replaceLog(name, file);
    this.#offerRun();
    this.#element.control("restore").hidden = file === undefined;
    const detail: OwnLogDetail = { page, name, file };
    this.#element.dispatchEvent(new CustomEvent("own-log", { bubbles: true, detail }));
  }

  #meetForeign(file: File, found: FileKind): void {
    const { name, reader } = this.#element;
    this.#element.say(foreignText(file.name, found, name, reader));
    // Every cell would only say the same.
    this.#element.control("run").hidden = true;
    const other = this.#places().find((place) => place !== this.#element && place.reader === found.reader);
    const lesson = other ? undefined : lessonLink(found);
    this.#report.showWays({
      command: commandFor(found, reader),
      ...(lesson ? { lesson } : {}),
      ...(other && found.reader ? { move: { to: other.name, onMove: () => void this.#move(file, other) } } : {}),
    });
  }

  async #move(file: File, to: LabOwnLog): Promise<void> {
    this.restore();
    to.place.scrollIntoView({ block: "nearest" });
    to.control("choose").focus({ preventScroll: true });
    await to.take({ files: [file], folders: 0 });
  }

  /** Several files go to the logs that they stand for; what fits none is named and left. */
  async #takeSeveral(files: readonly File[]): Promise<void> {
    const kinds = await Promise.all(files.map(kindOf));
    const known = files.map(({ name }, index) => {
      const kind = kinds[index];
      return { name, reader: kind === unreadable ? undefined : kind?.reader };
    });
    const places = this.#places();
    const names = sortFiles(known, places, this.#element.name);
    const left = files.filter((_, index) => names[index] === undefined);
    const takes = files.map((file, index) => {
      const place = places.find(({ name }) => name === names[index]);
      return place === this.#element ? this.#takeOne(file) : place?.take({ files: [file], folders: 0 });
    });
    await Promise.all(takes);
    const put = files.flatMap(({ name }, index) => (names[index] === undefined ? [] : [`${name} as ${names[index]}`]));
    if (names.includes(this.#element.name) && left.length === 0) return announce(`Put in place: ${put.join(", ")}.`);
    const leftText = `Left aside, for no log of this lesson is known to be meant: ${left.map(({ name }) => name).join(", ")}. Drop one on the log that it stands for.`;
    const putText = put.length > 0 ? `Put in place: ${put.join(", ")}. ` : "";
    this.#element.say(putText + (left.length > 0 ? leftText : ""));
  }

  async #inspect(file: File): Promise<void> {
    const inspection = (this.#inspection = new AbortController());
    this.#report.showWaiting(file.name);
    const description = await this.#lesson.inspect({
      file,
      reader: this.#element.reader,
      onProgress: (share) => {
        if (inspection.signal.aborted) return;
        this.#report.showProgress(file.name, share, () => inspection.abort());
      },
      signal: inspection.signal,
    });
    if (this.#file !== file) return;
    if (!description) return this.#report.showEnded(file.name);
    const { problems } = description;
    this.#report.showDescription(file.name, description);
    const detail: OwnLogReadDetail = { file, problems };
    this.#element.dispatchEvent(new CustomEvent("own-log-read", { bubbles: true, detail }));
    announce(
      `${file.name} was looked through. ${problems.length > 0 ? problemsText(problems) : "All of it was read."}`,
    );
  }

  /** The logs of the lesson that a file can be put in the place of. */
  #places(): LabOwnLog[] {
    return [...document.querySelectorAll<LabOwnLog>("lab-own-log")].filter(({ page }) => page === this.#element.page);
  }

  #offerRun(): void {
    const run = this.#element.control("run");
    run.hidden = this.#isRunning || this.#count === 0 || !this.#file;
    run.textContent =
      this.#count === 1 ? "Run the cell that builds on it" : `Run the ${this.#count} cells that build on it`;
  }

  #swap(former: "run" | "stop", next: "run" | "stop"): void {
    const [gone, come] = [this.#element.control(former), this.#element.control(next)];
    const hadFocus = document.activeElement === gone;
    gone.hidden = true;
    come.hidden = false;
    if (hadFocus) come.focus({ preventScroll: true });
  }
}

const unreadable = Symbol("a file that cannot be read");

/** What a file is by its start; the browser refuses one that changed, vanished, or is a folder. */
async function kindOf(file: File): Promise<FileKind | undefined | typeof unreadable> {
  try {
    return await identifyLog(file);
  } catch {
    return unreadable;
  }
}

const unreadableText = (file: string) =>
  `${file} cannot be read: it changed on disk since it was chosen, or is no longer there. Choose it again.`;

function progressText({ done, total, reading }: ReadersProgress): string {
  return `${done} of ${total} done${reading ? `, ${readingText(reading)}` : ""}`;
}

/** What came of running all that builds on a log. */
function ranText(count: number, failed: number | undefined, file: string): string {
  if (failed === undefined) return `Stopped before all cells that build on ${file} ran. Run goes on where it was.`;
  const ran = `${count === 1 ? "The cell" : `All ${count} cells`} that ${count === 1 ? "builds" : "build"} on ${file} ran.`;
  return failed === 0 ? ran : `${ran} No value came of ${failed} of them: each says why.`;
}
