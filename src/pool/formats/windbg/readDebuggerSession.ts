import type { LogSource, ReadOptions, ReadResult } from "../ReadResult.ts";
import { ProblemList } from "../text/ProblemList.ts";
import type { PiecesEnd } from "../text/readPieces.ts";
import { codeReaders } from "./code/codeReaders.ts";
import type { DebuggerSession } from "./DebuggerSession.ts";
import { hitReaders } from "./hits/hitReaders.ts";
import { irpReaders } from "./irp/irpReaders.ts";
import { memoryReaders } from "./memory/memoryReaders.ts";
import { objectReaders } from "./objects/objectReaders.ts";
import { splitSession } from "./splitSession.ts";
import { verifierReaders } from "./verifier/verifierReaders.ts";

/**
 * Reads a debugger's log, or any part of one: several commands in one file, with their prompts or without. `records` holds what
 * was understood by kind; a command that nothing here reads is listed and otherwise left alone. Never throws for bad input.
 */
export async function readDebuggerSession(
  source: LogSource,
  options: ReadOptions = {},
): Promise<ReadResult<DebuggerSession>> {
  const problems = new ProblemList();
  const session = emptySession(nameOf(source));
  const readers = [memoryReaders, codeReaders, hitReaders, verifierReaders, irpReaders, objectReaders].flatMap((make) =>
    make(session, problems),
  );
  const end: PiecesEnd = { reason: "", bytesRead: 0, message: "" };
  let lastLine = 0;
  for await (const command of splitSession(source, options, end)) {
    let isUnderstood = false;
    for (const reader of readers) if (reader.take(command)) isUnderstood = true;
    lastLine = command.output.at(-1)?.line ?? command.line;
    const lines = command.output.length;
    const before = session.commands.at(-1);
    if (command.part > 0 && before) {
      before.lines += lines;
      before.isUnderstood ||= isUnderstood;
    } else session.commands.push({ text: command.text, line: command.line, lines, isUnderstood });
  }
  for (const reader of readers) reader.finish();
  if (end.reason !== "") problems.add("end", lastLine, "lost", end.message);
  if (end.reason === "" && !session.commands.some(({ isUnderstood }) => isUnderstood)) {
    // A reader whose command failed knows the reason, which says more than that nothing was understood.
    const reasons = problems.sorted();
    const isExplained = reasons.some(({ effect }) => effect === "lost");
    return { records: session, problems: isExplained ? reasons : [nothingUnderstood(session), ...reasons] };
  }
  return { records: session, problems: problems.sorted() };
}

function nothingUnderstood({ commands }: DebuggerSession) {
  const seen = commands.filter(({ text }) => text !== "").map(({ text }) => text.slice(0, 40));
  const message =
    seen.length > 0
      ? `None of the commands here says anything about pool memory (${seen.slice(0, 5).join(", ")}). Run !vm 1 and !poolused 2, and send the log of both.`
      : "No output of the debugger was found here. Expected is the log of a session (.logopen, .logclose) with !vm 1 and !poolused 2.";
  return { line: 0, effect: "lost" as const, message };
}

function emptySession(log: string | undefined): DebuggerSession {
  return {
    commands: [],
    targets: [],
    vm: [],
    poolUsed: [],
    poolPages: [],
    poolFinds: [],
    modules: [],
    searchHits: [],
    memory: [],
    instructions: [],
    hits: undefined,
    verifierReports: [],
    verifierLogs: [],
    irps: [],
    irpFinds: [],
    objects: [],
    log,
  };
}

function nameOf(source: LogSource): string | undefined {
  return typeof File !== "undefined" && source instanceof File ? source.name : undefined;
}
