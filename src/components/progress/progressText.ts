import type { PageProgress, Progress } from "./Progress.ts";

/** How many things of each kind were done. */
export interface Counts {
  lessons: number;
  exercises: number;
  questions: number;
  cells: number;
}

/** The ids of all that a reader can do on a page. */
export interface PageIds {
  cells: readonly string[];
  exercises: readonly string[];
  questions: readonly string[];
}

/** A lesson's state in a few words, for the path: `3 of 5 exercises, read`. Empty where nothing was done. */
export function stateText(page: PageProgress, exercises: readonly string[]): string {
  const solved = exercises.filter((id) => Object.hasOwn(page.exercises, id)).length;
  const isBegun = Object.keys(page.cells).length + Object.keys(page.questions).length > 0;
  const parts = [
    solved === 0 ? "" : `${solved} of ${exercises.length} exercises`,
    page.read === undefined ? "" : "read",
  ].filter(Boolean);
  return parts.join(", ") || (isBegun ? "begun" : "");
}

/** All that was done in a lesson: `Read on 27 Nov. 3 of 5 exercises solved, 6 of 7 questions right, 12 of 20 cells run.` */
export function lessonText(page: PageProgress, ids: PageIds, now: number): string {
  const done = <Entry>(entries: Record<string, Entry>, known: readonly string[], counts?: (entry: Entry) => boolean) =>
    known.filter((id) => Object.hasOwn(entries, id) && (counts?.(entries[id]!) ?? true)).length;
  const of = (count: number, known: readonly string[], what: string) =>
    known.length === 0 ? [] : [`${count} of ${known.length} ${what}`];
  const parts = [
    ...of(done(page.exercises, ids.exercises), ids.exercises, "exercises solved"),
    ...of(
      done(page.questions, ids.questions, ({ isRight }) => isRight),
      ids.questions,
      "questions right",
    ),
    ...of(done(page.cells, ids.cells), ids.cells, "cells run"),
  ];
  const read = page.read === undefined ? "Not read yet." : `Read on ${dayText(page.read, now)}.`;
  return parts.length === 0 ? read : `${read} ${parts.join(", ")}.`;
}

/** `27 Nov`, with the year when it is another one. */
export function dayText(time: number, now: number): string {
  const date = new Date(time);
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return date.toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
  });
}

/** What of one progress is not in another, by count; with nothing to compare to, all of it. */
export function countProgress(progress: Progress, without: Progress = {}): Counts {
  const counts: Counts = { lessons: 0, exercises: 0, questions: 0, cells: 0 };
  for (const [id, page] of Object.entries(progress)) {
    const other = Object.hasOwn(without, id) ? without[id] : undefined;
    if (page.read !== undefined && other?.read === undefined) counts.lessons++;
    for (const kind of ["exercises", "questions", "cells"] as const)
      counts[kind] += Object.keys(page[kind]).filter((name) => !other || !Object.hasOwn(other[kind], name)).length;
  }
  return counts;
}

/** `2 lessons read, 5 exercises solved, 9 questions answered and 30 cells run`; empty for nothing. */
export function countsText({ lessons, exercises, questions, cells }: Counts): string {
  const some = (count: number, what: string, done: string) =>
    count === 0 ? [] : [`${count} ${what}${count === 1 ? "" : "s"} ${done}`];
  const parts = [
    ...some(lessons, "lesson", "read"),
    ...some(exercises, "exercise", "solved"),
    ...some(questions, "question", "answered"),
    ...some(cells, "cell", "run"),
  ];
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
