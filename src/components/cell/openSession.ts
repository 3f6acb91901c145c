import type { Engine } from "../../notebook/run/Engine.ts";
import { Session } from "../../notebook/run/Session.ts";
import { LessonLogs } from "./LessonLogs.ts";
import type { LessonProgram } from "./LessonProgram.ts";
import { fetchSandbox } from "./fetchSandbox.ts";
import { fetchFile } from "./siteFiles.ts";

/** A lesson that can be run, edited and given other logs. */
export interface OpenSession {
  session: Session;
  engine: Engine;
  logs: LessonLogs;
  /** opens another sandbox for one run, with nothing of the lesson's in it */
  openEngine(): Engine;
}

/** Fetches a lesson's compiled cells and what the sandbox runs. The frame itself opens with the first `warm` or `run`. */
export async function openSession(page: string): Promise<OpenSession> {
  const [lesson, openEngine] = await Promise.all([
    fetchFile(`/programs/${page}.json`).then((response) => response.json() as Promise<LessonProgram>),
    fetchSandbox(),
  ]);
  const logs = new LessonLogs(lesson.logs);
  const engine = openEngine();
  const session = new Session({
    program: lesson.program,
    engine,
    logs: logs.names,
    loadLog: (name) => logs.sample(name),
    compile: async (sources) => {
      const { compileProgram } = await import("../../notebook/compile/compileProgram.ts");
      return compileProgram(sources, { logs: logs.names });
    },
  });
  return { session, engine, logs, openEngine: () => openEngine({ keepSpare: false }) };
}
