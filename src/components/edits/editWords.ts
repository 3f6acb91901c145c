import { momentText } from "./KeptEdit.ts";
import type { Notice } from "./showEdit.ts";

/** Below the code of a cell that the reader has changed. */
export function noteOf(time: number): string {
  return `Your version of ${momentText(time, Date.now())}`;
}

/** For a cell whose text in the lesson is no longer the one that the reader changed. */
export const lessonChanged: Notice = {
  kind: "lesson-changed",
  text: "The lesson changed since you edited this cell. Yours is shown.",
  choices: { "see-lesson": "See the difference", "keep-mine": "Keep mine", "show-lesson": "Show the lesson’s" },
};
