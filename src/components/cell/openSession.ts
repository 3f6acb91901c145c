import { createBrowserEngine } from "../../notebook/run/browser/createBrowserEngine.ts";
import type { Engine } from "../../notebook/run/Engine.ts";
import { Session } from "../../notebook/run/Session.ts";
import { LessonLogs } from "./LessonLogs.ts";
import type { LessonProgram } from "./LessonProgram.ts";
import { fetchFile, siteAddress } from "./siteFiles.ts";

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
  const textOf = async (path: string) => (await fetchFile(path)).text();
  const [lesson, worker, library] = await Promise.all([
    fetchFile(`/programs/${page}.json`).then((response) => response.json() as Promise<LessonProgram>),
    textOf("/runtime/worker.js"),
    textOf("/runtime/library.js"),
  ]);
  const logs = new LessonLogs(lesson.logs);
  const sandbox = { sandbox: siteAddress("/sandbox.html"), worker, modules: { "pool-leak-lab": library } };
  const engine = createBrowserEngine(sandbox);
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
  return { session, engine, logs, openEngine: () => createBrowserEngine({ ...sandbox, keepSpare: false }) };
}
