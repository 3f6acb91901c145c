/** One thing that keys do. */
export interface KeyEntry {
  /** the keys that are pressed together, joined by `+` */
  keys: string;
  /** on a Mac; where it is not given, `⌘` in the place of `Ctrl` */
  keysOnMac?: string;
  /** what they do, after “press … to” */
  does: string;
}

export interface KeyGroup {
  where: string;
  entries: readonly KeyEntry[];
}

/** What the keyboard does in the lab beyond what it does on every page. */
export const keyGroups: readonly KeyGroup[] = [
  {
    where: "On a cell",
    entries: [
      { keys: "Ctrl+Enter", does: "run it" },
      { keys: "Shift+Enter", does: "run it and go on to the next" },
      { keys: "Enter", does: "on its code: edit it" },
    ],
  },
  {
    where: "In the editor",
    entries: [
      { keys: "Esc", does: "close what is open, then leave; Tab then goes on through the page" },
      { keys: "Ctrl+M", keysOnMac: "Ctrl+Shift+M", does: "let Tab move on instead of indenting" },
      { keys: "Ctrl+Space", does: "suggest what can stand here" },
      { keys: "Ctrl+Shift+Space", does: "show what a call takes" },
      { keys: "F12", does: "go to where a name is defined" },
      { keys: "F8", does: "go to the next error" },
      { keys: "Ctrl+Z", does: "undo, a reset too" },
    ],
  },
  {
    where: "On a page",
    entries: [
      { keys: "Ctrl+K", does: "search the lab" },
      { keys: "?", does: "show this list" },
    ],
  },
];
