import type { MakeReaders } from "../MakeReaders.ts";
import { PoolBlockReader } from "./PoolBlockReader.ts";
import { PoolUsedReader } from "./PoolUsedReader.ts";
import { TargetReader } from "./TargetReader.ts";
import { VmReader } from "./VmReader.ts";

/** The readers of what the debugger says about the machine and its pools. */
export const memoryReaders: MakeReaders = (session, problems) => [
  new TargetReader(session),
  new VmReader(session, problems),
  new PoolUsedReader(session, problems),
  new PoolBlockReader(session, problems),
];
