import { addToAddress, formatAddress } from "../../src/pool/formats/windbg/Address.ts";
import { printInstructions } from "../../src/pool/formats/windbg/code/printInstructions.ts";
import { printModules } from "../../src/pool/formats/windbg/code/printModules.ts";
import { printSearchHits } from "../../src/pool/formats/windbg/code/printSearchHits.ts";
import { printPoolUsed } from "../../src/pool/formats/windbg/memory/printPoolUsed.ts";
import type { PoolUsedCounts, PoolUsedRow } from "../../src/pool/formats/windbg/memory/PoolUsedTable.ts";
import { printSession, type SessionPart } from "../../src/pool/formats/windbg/printSession.ts";
import { describeModule, disassemble, searchModules } from "../../src/pool/simulator/debugger/codeListings.ts";
import { placeInstructions, type ModuleImage } from "../../src/pool/simulator/kernel/ModuleImage.ts";

/** Blocks of a tag in one pool: allocated and freed since the start, and their size with the header. */
export interface TagCount {
  allocs: number;
  frees: number;
  blockBytes: number;
}

/** A look at a tag that several drivers share: on a machine that was stopped for it, before anything is changed. */
export interface SharedTagSession {
  tag: string;
  prompt: string;
  logFile: string;
  /** the drivers that hold the tag's letters, in the order in which they were loaded */
  drivers: readonly ModuleImage[];
  /** the tags that begin with the same three letters, with what they hold */
  relatives: readonly { tag: string; nonpaged?: TagCount; paged?: TagCount }[];
}

/** Prints the session: the search, the module and the code of each hit, and which last letters are taken. */
export function sharedTagText({ tag, prompt, logFile, drivers, relatives }: SharedTagSession): string {
  const parts: Omit<SessionPart, "prompt">[] = [
    {
      command: `!for_each_module s -a @#Base @#End "${tag}"`,
      output: printSearchHits(searchModules({ modules: drivers }, tag)),
    },
    ...drivers.flatMap((image) => [
      {
        command: `lm m ${image.name}`,
        output: printModules([describeModule(image, false)]),
      },
      ...looksAt(image, tag),
    ]),
    { command: `!poolused 3 ${tag.slice(0, 3)}?`, output: `..\n${listing(relatives)}` },
  ];
  return printSession(
    parts.map((part) => ({ prompt, ...part })),
    { logFile },
  );
}

/** `u` of each instruction whose constant is the tag. */
function looksAt(image: ModuleImage, tag: string): Omit<SessionPart, "prompt">[] {
  const constant = Array.from(tag, (letter) => letter.charCodeAt(0)).join();
  return placeInstructions(image)
    .filter(({ bytes }) => bytes.slice(-4).join() === constant)
    .map(({ offset, bytes }) => ({
      command: `u ${formatAddress(addToAddress(image.base, offset + bytes.length - 4))}-${bytes.length - 4} l5`,
      output: printInstructions(disassemble(image, offset, 5)),
    }));
}

function listing(relatives: SharedTagSession["relatives"]): string {
  const rows = relatives.map(({ tag, nonpaged, paged }): PoolUsedRow => ({
    tag,
    nonpaged: countsOf(nonpaged),
    paged: countsOf(paged),
    description: "",
    binary: undefined,
    line: 0,
  }));
  rows.sort((a, b) => b.nonpaged.bytes - a.nonpaged.bytes);
  const sum = (pool: "nonpaged" | "paged"): PoolUsedCounts => ({
    allocs: rows.reduce((total, row) => total + row[pool].allocs!, 0),
    frees: rows.reduce((total, row) => total + row[pool].frees!, 0),
    outstanding: rows.reduce((total, row) => total + row[pool].outstanding, 0),
    bytes: rows.reduce((total, row) => total + row[pool].bytes, 0),
  });
  const total = { nonpaged: sum("nonpaged"), paged: sum("paged"), line: 0 };
  return printPoolUsed({
    ...{ layout: "verbose", sortedBy: "nonpaged", filter: undefined, isSession: false, rows, total, line: 0 },
  });
}

function countsOf({ allocs, frees, blockBytes }: TagCount = { allocs: 0, frees: 0, blockBytes: 0 }): PoolUsedCounts {
  return { allocs, frees, outstanding: allocs - frees, bytes: (allocs - frees) * blockBytes };
}
