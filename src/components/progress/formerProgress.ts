import { emptyPage, mergeProgress, type Progress } from "./Progress.ts";
import { entriesOf, solvedOf } from "./readProgress.ts";

/** What an earlier version of the site kept: solved exercises by page and id, `lessons/perfmon/utc`. Nothing for any other text. */
export function formerProgress(text: string): Progress {
  let progress: Progress = {};
  for (const [name, solved] of Object.entries(entriesOf(parsed(text), solvedOf))) {
    const [, page, exercise] = /^(.+)\/([^/]+)$/.exec(name) ?? [];
    if (page && exercise)
      progress = mergeProgress(progress, { [page]: { ...emptyPage(), exercises: { [exercise]: solved } } });
  }
  return progress;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
