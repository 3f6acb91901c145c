import type { ProblemList } from "../text/ProblemList.ts";
import type { CommandReader } from "./DebuggerCommand.ts";
import type { DebuggerSession } from "./DebuggerSession.ts";

/** Makes the readers of one folder for one log: what they understand they put into the session. */
export type MakeReaders = (session: DebuggerSession, problems: ProblemList) => CommandReader[];
