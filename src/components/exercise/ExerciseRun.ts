import { announce, prepareAnnouncer } from "../cell/announce.ts";
import { lessonOf } from "../cell/lessonOf.ts";
import { cellOf } from "../../notebook/graph/cellGraph.ts";
import { progressHere } from "../progress/progressHere.ts";
import { CheckView } from "./CheckView.ts";
import { checkStampText, checkWords, type CheckStamp } from "./checkTexts.ts";
import { codeAnswer, type ExerciseAnswer } from "./ExerciseAnswer.ts";
import { ExerciseChecks } from "./ExerciseChecks.ts";
import { fieldAnswer } from "./fieldAnswer.ts";
import type { LabExercise } from "./LabExercise.ts";

const opened = new Map<string, Promise<ExerciseChecks>>();

/** The checks of a page, one for all its exercises; a failed fetch is tried again. */
function checksOf(page: string): Promise<ExerciseChecks> {
  let checks = opened.get(page);
  if (!checks) {
    checks = ExerciseChecks.open(page);
    checks.catch(() => opened.delete(page));
    opened.set(page, checks);
  }
  return checks;
}

/** The running side of one exercise: checks the reader's text and keeps what is said of it true. */
export class ExerciseRun {
  readonly #element: LabExercise;
  readonly #view: CheckView;
  #isChecking = false;
  #answer: Promise<ExerciseAnswer> | undefined;
  /** the last check that came to an end */
  #checked: (Omit<CheckStamp, "isOlder"> & { text: string }) | undefined;

  constructor(element: LabExercise) {
    this.#element = element;
    this.#view = new CheckView(element);
    prepareAnnouncer();
  }

  /** Fetches and starts what a check will need. */
  async prepare(): Promise<void> {
    const { page, exercise } = this.#element;
    const [checks] = await Promise.all([checksOf(page), this.#openAnswer()]);
    checks.prepare(exercise);
  }

  /** Checks the answer as it stands; a second time while it is being checked does nothing. */
  async check(): Promise<void> {
    if (this.#isChecking) return;
    this.#isChecking = true;
    this.#view.setRunning(true);
    try {
      await this.#check();
    } catch (error) {
      console.info(error);
      this.#checked = undefined;
      const sentence =
        "The answer was not checked: what checks it could not be fetched. Try again once the connection is back; your code stays as it is.";
      this.#view.say(sentence);
      this.#view.setStamp("");
      announce(sentence);
    } finally {
      this.#isChecking = false;
      this.#view.setRunning(false);
    }
  }

  async stop(): Promise<void> {
    (await checksOf(this.#element.page)).stop();
  }

  async #check(): Promise<void> {
    const { page, exercise, exerciseTitle, version } = this.#element;
    const [checks, answer] = await Promise.all([checksOf(page), this.#openAnswer()]);
    const text = answer.text();
    if (text === undefined) {
      this.#checked = undefined;
      const sentence = this.#element.form === "typed" ? "Type your answer first." : "Choose an answer first.";
      this.#view.say(sentence);
      this.#view.setStamp("");
      announce(sentence);
      return;
    }
    const machine = checks.machineOf(exercise);
    this.#view.setStamp(`checking on the logs of ${machine} …`);
    const checked = await checks.check(exercise, text);
    const { outcome, milliseconds } = checked;
    const words = checkWords(outcome, {
      id: exercise,
      machine,
      hasRunHere: answer.text() === text && answer.hasRun(),
      titleOf: (cell) => cellOf(checked.program, cell).title,
    });
    // What was said before is still so.
    if (words.state === "stopped" && this.#checked)
      this.#view.setStamp("stopped before it was done; above stands the former check");
    else {
      const ownFiles = checks.logsOf(exercise).flatMap((log) => answer.ownFile(log)?.name ?? []);
      const isPages = this.#element.form !== "code";
      this.#checked = words.state === "stopped" ? undefined : { machine, milliseconds, ownFiles, isPages, text };
      this.#view.show(words, checked);
      this.#refresh(answer);
    }
    if (words.state === "solved") {
      progressHere.solved(page, exercise, { at: Date.now(), version });
    }
    const failed = "failed" in outcome && words.state === "failed" ? ` ${outcome.failed.message}` : "";
    announce(`${exerciseTitle}: ${words.lead} ${words.says.replaceAll("`", "")}${failed}`);
  }

  /** What the answer is read from; when it is changed after it was checked, that is said. */
  #openAnswer(): Promise<ExerciseAnswer> {
    if (!this.#answer) {
      const { page, exercise, form } = this.#element;
      const opening =
        form === "code"
          ? lessonOf(page).then((lesson) => codeAnswer(lesson, exercise))
          : Promise.resolve(fieldAnswer(this.#element));
      this.#answer = opening;
      opening.then(
        (answer) => answer.subscribe(() => this.#refresh(answer)),
        () => (this.#answer = undefined),
      );
    }
    return this.#answer;
  }

  #refresh(answer: ExerciseAnswer): void {
    if (this.#isChecking && !this.#checked) return;
    if (!this.#checked) return this.#view.setStamp("");
    const isOlder = answer.text() !== this.#checked.text;
    this.#view.setStamp(checkStampText({ ...this.#checked, isOlder }));
  }
}
