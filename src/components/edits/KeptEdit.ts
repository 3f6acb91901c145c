/** A reader's version of a cell as the browser keeps it. */
export interface KeptEdit {
  /** the reader's text */
  text: string;
  /** `hashText` of the lesson's text that it was made from */
  lesson: string;
  /** when it was last changed, ms since 1970 UTC */
  time: number;
}

/** Where a cell stands. */
export interface CellAddress {
  /** the content id of its page: `lessons/perfmon` */
  page: string;
  /** its id there */
  cell: string;
}

/** The version is of what is written under the key: a later form gets another one, and does not misread this. */
const version = "pool-leak-lab:edit:1";

/**
 * Under what the edits of a site are kept. Two sites on one host have one storage, so the base is part of it.
 *
 * @param base the path that the site is served under, with or without a slash at the end
 */
export function keyPrefix(base: string): string {
  return `${version}:${base.replace(/\/$/, "")}:`;
}

export function keyOf(base: string, { page, cell }: CellAddress): string {
  return `${keyPrefix(base)}${page}#${cell}`;
}

/** The cell that a key of the storage is of; undefined for a key of somebody else's. */
export function addressOfKey(base: string, key: string): CellAddress | undefined {
  const prefix = keyPrefix(base);
  const [page, cell, ...others] = key.startsWith(prefix) ? key.slice(prefix.length).split("#") : [];
  return page && cell && others.length === 0 ? { page, cell } : undefined;
}

export function writeEdit({ text, lesson, time }: KeptEdit): string {
  return JSON.stringify({ text, lesson, time });
}

/** Undefined for anything that `writeEdit` would not have written: other scripts of the host share the storage. */
export function readEdit(kept: string | undefined): KeptEdit | undefined {
  if (kept === undefined) return undefined;
  try {
    const { text, lesson, time } = JSON.parse(kept) as Record<keyof KeptEdit, unknown>;
    const isEdit =
      typeof text === "string" && typeof lesson === "string" && Number.isFinite(new Date(time as number).getTime());
    return isEdit && typeof time === "number" ? { text, lesson, time } : undefined;
  } catch {
    return undefined;
  }
}

/** FNV-1a of the text's UTF-16 code units: it tells a changed text from the same one, and guards nothing. */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/**
 * What a kept edit means beside the lesson's text of today: `nothing` where both say the same, `mine` where the reader's is to be
 * shown, `both` where the lesson changed since, so that the reader has to choose.
 */
export function whatToOffer(edit: KeptEdit | undefined, lessonText: string): "nothing" | "mine" | "both" {
  if (!edit || edit.text === lessonText) return "nothing";
  return edit.lesson === hashText(lessonText) ? "mine" : "both";
}

/**
 * A moment in the reader's own time zone: `14 Nov, 15:20`, with the year when it is another one.
 *
 * @param time ms since 1970 UTC
 * @param now ms since 1970 UTC
 */
export function momentText(time: number, now: number): string {
  const [moment, today] = [new Date(time), new Date(now)];
  const isOfThisYear = moment.getFullYear() === today.getFullYear();
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    ...(isOfThisYear ? {} : { year: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
  }).format(moment);
}
