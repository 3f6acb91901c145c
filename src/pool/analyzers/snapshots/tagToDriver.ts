import type { PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import type { KnownTag } from "../../formats/tags/KnownTag.ts";
import { knownTags as allKnownTags } from "../../formats/tags/knownTags.ts";
import { nameTag } from "../../formats/tags/nameTag.ts";
import type { TagFile } from "../../formats/tags/readFindstr.ts";
import type { PooltagEntry } from "../../formats/tags/readPooltag.ts";
import { matchesTag, tagSpecificity } from "../../formats/tags/tagPattern.ts";

/** Where to look for the driver behind a tag. All are optional; what is not given is not looked at. */
export interface TagSources {
  /** snapshots taken with `/g`, for their Mapped_Driver column */
  snapshots?: readonly PoolSnapshot[];
  /** the records of `readPooltag` */
  pooltag?: readonly PooltagEntry[];
  /** the records of `readFindstr` */
  findstr?: readonly TagFile[];
  /** a table of known tags; the library's own unless said, `[]` for none */
  knownTags?: readonly KnownTag[];
}

/** A driver that may be behind a tag, by one piece of evidence. */
export interface DriverCandidate {
  tag: string;
  /** the file, or the part of the kernel: `myfault.sys`, `nt!io` */
  driver: string;
  /** `strong`: two kinds of evidence agree, or the letters stand alone in one file only; `medium`: one that usually holds; `weak`: a hint to follow up */
  worth: "strong" | "medium" | "weak";
  /** what names it */
  evidence:
    | "Mapped_Driver"
    | "pooltag.txt"
    | "findstr"
    | "known tags"
    | "tag search"
    | "Driver Verifier"
    | "PoolHitTag"
    | "trace";
  /** what it shows and what it does not, as a sentence */
  says: string;
  /** the line of the log or list that it stems from; 0 where there is none */
  line: number;
}

const ORDER = { strong: 0, medium: 1, weak: 2 };

/**
 * The drivers that may be behind a tag, the best candidate first, each with its evidence and what that is worth. A tag is not
 * a driver: lists say whose tag it is meant to be, a search says whose file contains the letters, and neither sees who
 * allocates. Where a list and a search name the same file, it is `strong`.
 */
export function tagToDriver(tag: string, sources: TagSources): DriverCandidate[] {
  const padded = tag.padEnd(4);
  const found = [
    ...byColumn(padded, sources),
    ...byList(padded, sources),
    ...byKnown(padded, sources),
    ...bySearch(padded, sources),
  ];
  // The Mapped_Driver column is pooltag.txt, printed: the two agreeing is one piece of evidence.
  const kindOf = (candidate: DriverCandidate): string => (candidate.evidence === "findstr" ? "search" : "list");
  return found
    .map((candidate): DriverCandidate => {
      const other = found.find((c) => kindOf(c) !== kindOf(candidate) && sameFile(c.driver, candidate.driver));
      return other
        ? { ...candidate, worth: "strong", says: `${candidate.says} Named by ${other.evidence} too.` }
        : candidate;
    })
    .sort((a, b) => ORDER[a.worth] - ORDER[b.worth]);
}

function byColumn(tag: string, { snapshots = [] }: TagSources): DriverCandidate[] {
  const row = snapshots
    .flatMap((snapshot) => snapshot.rows)
    .findLast((r) => r.tag === tag && r.mappedDriver !== undefined);
  if (row?.mappedDriver === undefined) return [];
  const driver = fileIn(row.mappedDriver);
  const says = `PoolMon's Mapped_Driver column says ${row.mappedDriver}: whose tag it is meant to be.`;
  return [{ tag, driver, worth: "medium", evidence: "Mapped_Driver", says, line: row.line }];
}

function byList(tag: string, { pooltag = [] }: TagSources): DriverCandidate[] {
  const entry = nameTag(pooltag, tag);
  if (entry?.binary === undefined) return [];
  const exact = entry.tag.padEnd(4) === tag;
  const says = `pooltag.txt lists ${exact ? "it" : `the pattern ${entry.tag.trimEnd()}`} for ${entry.binary}${entry.description ? ` (${entry.description})` : ""}.`;
  return [
    {
      tag,
      driver: fileIn(entry.binary),
      worth: exact ? "medium" : "weak",
      evidence: "pooltag.txt",
      says,
      line: entry.line,
    },
  ];
}

function byKnown(tag: string, { knownTags = allKnownTags }: TagSources): DriverCandidate[] {
  const known = knownTags
    .filter((k) => matchesTag(k.tag, tag))
    .toSorted((a, b) => tagSpecificity(b.tag) - tagSpecificity(a.tag))[0];
  if (known?.component === undefined) return [];
  // A tag that one component allocates for many names that component, not the one that lets it grow.
  const shared = known.kind === "generic" || known.kind === "object";
  const says = `Known as ${known.component}: ${known.holds}.${shared ? ` ${known.advice}` : ""}`;
  return [{ tag, driver: known.component, worth: shared ? "weak" : "medium", evidence: "known tags", says, line: 0 }];
}

function bySearch(tag: string, sources: TagSources): DriverCandidate[] {
  const files = (sources.findstr ?? []).filter((file) => file.tag === tag);
  const names = [...new Map(files.map((file) => [fileIn(file.file).toLowerCase(), file])).values()];
  const windows = windowsFiles(sources);
  const open = names.filter((file) => wordsSay(file, tag) !== "word");
  const foreign = open.filter((file) => !windows.has(fileIn(file.file).toLowerCase()));
  return names.map((file): DriverCandidate => {
    const driver = fileIn(file.file);
    const letters = tag.trimEnd();
    const words = wordsSay(file, tag);
    // A tag of Windows itself would be in the lists, so among several files the one that is not Windows' own comes first.
    const likely = open.length === 1 ? open[0] === file : foreign.length === 1 && foreign[0] === file;
    const says =
      words === "word"
        ? `In ${driver} the letters ${letters} stand inside a longer word (${file.words!.slice(0, 2).join(", ")}): no sign that it uses the tag.`
        : words === "alone"
          ? `In ${driver} the letters ${letters} stand alone, as a tag in code does.`
          : names.length === 1
            ? `Of the drivers searched only ${driver} holds the letters ${letters}: a candidate, since they may stand inside a longer word.`
            : `${driver} is one of ${names.length} files that hold the letters ${letters}${likely ? ", and the likeliest: the others are part of Windows or hold them inside a word" : ": in some they may stand inside a longer word"}.`;
    const sure = words === "alone" && open.length === 1;
    const worth = sure ? "strong" : words !== "word" && (likely || words === "alone") ? "medium" : "weak";
    return { tag, driver, worth, evidence: "findstr", says, line: file.line };
  });
}

/** Whether the texts around the letters show them alone or only inside longer words; undefined where there are none. */
function wordsSay({ words }: TagFile, tag: string): "alone" | "word" | undefined {
  if (words === undefined) return undefined;
  const letters = tag.trimEnd().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const alone = new RegExp(`(?<![A-Za-z0-9_])${letters}(?![A-Za-z0-9_])`);
  return words.some((word) => alone.test(word)) ? "alone" : "word";
}

/** The files that the lists know as owners of tags: parts of Windows. */
function windowsFiles({ pooltag = [], knownTags = allKnownTags }: TagSources): Set<string> {
  const components = [
    ...knownTags.filter((known) => known.kind !== "driver").map((known) => known.component),
    ...pooltag.map((entry) => entry.binary),
  ];
  return new Set(components.filter((name) => name !== undefined).map((name) => name.toLowerCase()));
}

/** The file in a path or a description: `ntfs.sys` of `[ntfs.sys][ntfs.sys - AttrSup.c]`, else the text itself. */
function fileIn(text: string): string {
  return /[\w.~$-]+\.(?:sys|dll|exe)\b/i.exec(text)?.[0] ?? text.split(" - ")[0]!.trim();
}

function sameFile(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
