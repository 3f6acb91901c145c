import type { LogSource, ReadOptions, ReadResult } from "../../ReadResult.ts";
import { readDebuggerSession } from "../readDebuggerSession.ts";
import type { Instruction } from "./Instruction.ts";
import type { MemoryRow } from "./MemoryRow.ts";
import type { Module } from "./Module.ts";
import type { SearchHit } from "./SearchHit.ts";

/** What a debugger's log shows of the places that hold a tag. */
export interface TagSearch {
  /** the places found by `s -a`, alone or for each module */
  hits: SearchHit[];
  /** the modules that `lm` and `lmvm` tell of */
  modules: Module[];
  /** the code around the places, of `u`, `ub`, `uf` */
  instructions: Instruction[];
  /** the bytes around the places, of `db`, `dc`, … */
  memory: MemoryRow[];
}

/** Reads the search for a tag out of a debugger's log. Never throws for bad input. `describeHit` says what a place is. */
export async function readTagSearch(source: LogSource, options: ReadOptions = {}): Promise<ReadResult<TagSearch>> {
  const { records, problems } = await readDebuggerSession(source, options);
  const { searchHits: hits, modules, instructions, memory } = records;
  if (
    hits.length === 0 &&
    !problems.some(({ message }) => message.startsWith("No place was found")) &&
    records.commands.length > 0
  ) {
    const message =
      'No search for a tag was found here. Expected is the output of: !for_each_module s -a @#Base @#End "Leak"';
    return {
      records: { hits, modules, instructions, memory },
      problems: [{ line: 0, effect: "lost", message }, ...problems],
    };
  }
  return { records: { hits, modules, instructions, memory }, problems };
}
