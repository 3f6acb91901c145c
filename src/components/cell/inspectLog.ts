import type { Engine } from "../../notebook/run/Engine.ts";
import type { Session } from "../../notebook/run/Session.ts";
import type { LogDescription } from "../../pool/describeLog.ts";

export interface Inspection {
  file: File;
  /** what reads it where its text does not tell by itself */
  reader: string | undefined;
  /** told now and then how much has been read, from 0 to 1 */
  onProgress(share: number): void;
  /** ends it */
  signal: AbortSignal;
}

const [name, module] = ["own", "pool-leak-lab"] as const;

/** Milliseconds without a running cell after which an inspection that made way for one begins again. */
const quietFor = 500;

/**
 * Reads a file of the reader's from end to end and says what it holds. It is somebody else's bytes, so that happens in a
 * sandbox of its own, by the code that cells read with. The lesson's cells go first: two readings of a large log at
 * once would take twice the memory.
 *
 * @returns undefined where it was ended, or nothing came of it
 */
export async function inspectLog(
  session: Pick<Session, "states" | "subscribe">,
  openEngine: () => Engine,
  inspection: Inspection,
): Promise<LogDescription | undefined> {
  const { signal } = inspection;
  while (!signal.aborted) {
    const engine = openEngine();
    let madeWay = false;
    const end = () => engine.dispose();
    const unsubscribe = session.subscribe(() => {
      if (!isBusy(session) || madeWay) return;
      madeWay = true;
      end();
    });
    signal.addEventListener("abort", end);
    const text = await readIn(engine, inspection);
    unsubscribe();
    signal.removeEventListener("abort", end);
    engine.dispose();
    if (signal.aborted) return undefined;
    if (!madeWay) return text === undefined ? undefined : parseDescription(text);
    await untilQuiet(session, signal);
  }
  return undefined;
}

async function readIn(engine: Engine, { file, reader, onProgress }: Inspection): Promise<string | undefined> {
  engine.onProgress = ({ read, total }) => onProgress(read / total);
  const code = `export default async ({ log, modules }) => {
  const { describeLog } = modules[${JSON.stringify(module)}];
  const { kind, facts, problems, command } = await describeLog(await log(${JSON.stringify(name)}), ${JSON.stringify(reader)});
  const short = ({ line, effect, message, more }) => ({ line, effect, message: message.length > 1200 ? message.slice(0, 1200) + "…" : message, more });
  const said = facts.map(({ what, says }) => ({ what, says: says.slice(0, 200) }));
  return { value: JSON.stringify({ kind, facts: said, problems: problems.slice(0, 40).map(short), command }), names: {} };
}
//# sourceURL=cell-own-log.ts
`;
  const cell = { id: "own-log", code, insertions: [], owns: [], reads: [], imports: [module] };
  const { values } = await engine.run({ cell, logs: { [name]: file } });
  const [value] = values;
  return value?.kind === "text" ? value.text : undefined;
}

function isBusy({ states }: Pick<Session, "states">): boolean {
  return Object.values(states).some(({ status }) => status === "running");
}

async function untilQuiet(session: Pick<Session, "states">, signal: AbortSignal): Promise<void> {
  do {
    await new Promise((resolve) => setTimeout(resolve, quietFor));
  } while (isBusy(session) && !signal.aborted);
}

/** What the sandbox said, if it is what was asked for: hostile bytes were read there. */
export function parseDescription(text: string): LogDescription | undefined {
  try {
    const description = JSON.parse(text) as LogDescription;
    const { kind, facts, problems, command } = description;
    const isText = (...texts: unknown[]) => texts.every((each) => typeof each === "string");
    const isWhole =
      isText(kind) &&
      facts.every(({ what, says }) => isText(what, says)) &&
      problems.every(({ line, effect, message }) => Number.isSafeInteger(line) && isText(effect, message)) &&
      (command === undefined || isText(command));
    return isWhole ? description : undefined;
  } catch {
    return undefined;
  }
}
