import type { Answered, PageProgress, Progress, Solved } from "./Progress.ts";

/** The version of what is kept and exported: a later form gets another one, and is not misread. */
export const progressVersion = 1;

/** Content ids of pages, and ids of what stands on them. */
const idShape = /^[a-z0-9][a-z0-9/-]{0,99}$/;
const wordShape = /^\w{1,32}$/;

/** More than any course has: what is larger was not written by this site. */
const mostEntries = 1000;

export function writeProgress(pages: Progress): string {
  return JSON.stringify({ version: progressVersion, pages });
}

/** What a text holds that `writeProgress` may have written; undefined for any other. Entries of another shape are left out. */
export function readProgress(text: string): Progress | undefined {
  try {
    const kept = recordOf(JSON.parse(text));
    return kept?.["version"] === progressVersion ? entriesOf(kept["pages"], pageOf) : undefined;
  } catch {
    return undefined;
  }
}

function pageOf(data: unknown): PageProgress | undefined {
  const page = recordOf(data);
  if (!page) return undefined;
  const read = timeOf(page["read"]);
  return {
    ...(read === undefined ? {} : { read }),
    cells: entriesOf(page["cells"], timeOf),
    exercises: entriesOf(page["exercises"], solvedOf),
    questions: entriesOf(page["questions"], answeredOf),
  };
}

/** The entries of a record that are what they should be. */
export function entriesOf<Entry>(data: unknown, read: (entry: unknown) => Entry | undefined): Record<string, Entry> {
  const known = Object.entries(recordOf(data) ?? {})
    .slice(0, mostEntries)
    .flatMap(([id, entry]) => {
      const value = idShape.test(id) ? read(entry) : undefined;
      return value === undefined ? [] : [[id, value] as const];
    });
  return Object.fromEntries(known);
}

export function solvedOf(data: unknown): Solved | undefined {
  const { at, version } = recordOf(data) ?? {};
  const time = timeOf(at);
  return time !== undefined && isWord(version) ? { at: time, version } : undefined;
}

function answeredOf(data: unknown): Answered | undefined {
  const { at, choice, isRight } = recordOf(data) ?? {};
  const time = timeOf(at);
  return time !== undefined && isWord(choice) && typeof isRight === "boolean"
    ? { at: time, choice, isRight }
    : undefined;
}

/** A moment that a date can be made of. */
function timeOf(data: unknown): number | undefined {
  return typeof data === "number" && data >= 0 && data <= 8.64e15 ? data : undefined;
}

const isWord = (data: unknown): data is string => typeof data === "string" && wordShape.test(data);

function recordOf(data: unknown): Record<string, unknown> | undefined {
  return typeof data === "object" && data !== null && !Array.isArray(data)
    ? (data as Record<string, unknown>)
    : undefined;
}
