import type { Kept } from "./EditStore.ts";
import { momentText, type KeptEdit } from "./KeptEdit.ts";
import type { Notice } from "./showEdit.ts";

/** For a cell that was changed here and in another tab; undefined: the other one went back to the lesson's. */
export function changedElsewhere(edit: KeptEdit | undefined): Notice {
  const keep = { "keep-here": "Keep mine" };
  if (!edit)
    return {
      kind: "elsewhere",
      text: "Another tab has reset this cell. Yours is shown.",
      choices: { "take-theirs": "Reset it here too", ...keep },
    };
  return {
    kind: "elsewhere",
    text: `Changed in another tab on ${momentText(edit.time, Date.now())}. Yours is shown, and is not kept until you choose.`,
    choices: { "see-theirs": "See the difference", "take-theirs": "Take it", ...keep },
  };
}

/** For the first cell whose text the browser did not keep. */
export function notKept(why: Exclude<Kept, "kept">): Notice {
  const reason =
    why === "full"
      ? "The browser’s room for this site is full, so this edit is not kept."
      : "This browser lets the page keep nothing (cookies and site data are blocked), so this edit is not kept.";
  return {
    kind: "unkept",
    text: `${reason} It stays here while the page is open; copy the text before you leave.`,
    choices: { copy: "Copy the text" },
  };
}
