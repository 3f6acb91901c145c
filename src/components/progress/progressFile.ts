import type { Progress } from "./Progress.ts";
import { progressVersion, readProgress } from "./readProgress.ts";
import type { PageIds } from "./progressText.ts";

/** What stands in a file of progress first, so that it can be told from any other. */
const format = "pool-leak-lab progress";

/** More than all lessons together ever fill. */
const mostBytes = 1_000_000;

/** The text of the file that Export gives. */
export function writeProgressFile(pages: Progress, now: number): string {
  return `${JSON.stringify({ format, version: progressVersion, exported: new Date(now).toISOString(), pages }, undefined, 1)}\n`;
}

/**
 * Reads a file that somebody gives for one of ours. Nothing in it is believed: what has another shape, or is of a page, cell, exercise or
 * question that the course does not have, is left out.
 */
export function readProgressFile(
  text: string,
  known: Readonly<Record<string, PageIds>>,
): { progress: Progress } | { problem: string } {
  if (text.length > mostBytes) return { problem: "This file is too large to be one of the lab’s progress files." };
  const head = headOf(text);
  if (head?.["format"] !== format)
    return { problem: "This is not a progress file of the lab. Export makes one, named pool-leak-lab-progress.json." };
  if (head["version"] !== progressVersion)
    return {
      problem: "This file is of another version of the lab than this page. Reload the page, or export it again.",
    };
  const progress = readProgress(text) ?? {};
  return {
    progress: Object.fromEntries(
      Object.entries(progress).flatMap(([id, page]) => {
        const ids = Object.hasOwn(known, id) ? known[id] : undefined;
        if (!ids) return [];
        const { cells, exercises, questions } = page;
        return [
          [
            id,
            {
              ...page,
              cells: only(cells, ids.cells),
              exercises: only(exercises, ids.exercises),
              questions: only(questions, ids.questions),
            },
          ] as const,
        ];
      }),
    ),
  };
}

function only<Entry>(entries: Record<string, Entry>, known: readonly string[]): Record<string, Entry> {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => known.includes(id)));
}

function headOf(text: string): Record<string, unknown> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
