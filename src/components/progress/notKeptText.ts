import type { NotKept } from "./ProgressStore.ts";

/** Why progress is forgotten when the page is closed. */
export function notKeptText(why: NotKept): string {
  return why === "full"
    ? "The browser’s room for this site is full: what you do is remembered only while the page is open."
    : "This browser lets the page keep nothing: what you do is remembered only while the page is open.";
}
