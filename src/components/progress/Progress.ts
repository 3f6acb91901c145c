/** What a reader has done in the course, by the content id of the page: `lessons/perfmon`. */
export type Progress = Record<string, PageProgress>;

/** What a reader has done on one page, by the ids that its cells, exercises and questions have there. */
export interface PageProgress {
  /** when the page was read to its end, or marked so; ms since 1970 UTC, as all times here */
  read?: number;
  /** when a cell was first run */
  cells: Record<string, number>;
  exercises: Record<string, Solved>;
  questions: Record<string, Answered>;
}

/** That an exercise was solved, and when. */
export interface Solved {
  at: number;
  /** which text of the check it was solved by: see `versionOf` */
  version: string;
}

/** What was answered to a question, and when. */
export interface Answered {
  at: number;
  /** names the choice by its text, so that one that was changed since is not taken for it */
  choice: string;
  isRight: boolean;
}

export function emptyPage(): PageProgress {
  return { cells: {}, exercises: {}, questions: {} };
}

/** Both together: of a thing that was done twice the newer is kept, but for reading and running the first. */
export function mergeProgress(one: Progress, other: Progress): Progress {
  return mergeBy(one, other, (a, b) => {
    const read = earlier(a.read, b.read);
    return {
      ...(read === undefined ? {} : { read }),
      cells: mergeBy(a.cells, b.cells, Math.min),
      exercises: mergeBy(a.exercises, b.exercises, newer),
      questions: mergeBy(a.questions, b.questions, newer),
    };
  });
}

function mergeBy<Entry>(
  one: Record<string, Entry>,
  other: Record<string, Entry>,
  both: (a: Entry, b: Entry) => Entry,
): Record<string, Entry> {
  const merged = new Map(Object.entries(one));
  for (const [id, entry] of Object.entries(other)) {
    const there = merged.get(id);
    merged.set(id, there === undefined ? entry : both(there, entry));
  }
  return Object.fromEntries(merged);
}

const newer = <Entry extends { at: number }>(a: Entry, b: Entry) => (b.at > a.at ? b : a);

const earlier = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
