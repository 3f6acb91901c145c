import type { MakeReaders } from "../MakeReaders.ts";
import { InstructionReader } from "./InstructionReader.ts";
import { MemoryReader } from "./MemoryReader.ts";
import { ModuleReader } from "./ModuleReader.ts";
import { SearchReader } from "./SearchReader.ts";

/** The readers of what the debugger shows of code and memory: searches, bytes, instructions, modules. */
export const codeReaders: MakeReaders = (session, problems) => [
  new SearchReader(session, problems),
  new MemoryReader(session, problems),
  new InstructionReader(session, problems),
  new ModuleReader(session),
];
