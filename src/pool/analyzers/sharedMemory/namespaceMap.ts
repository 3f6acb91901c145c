import type { SharedMemoryCall } from "../../formats/sharedMemory/SharedMemoryTrace.ts";
import { explainCalls, type CallCause } from "./explainCalls.ts";

/** Who looked for which name in which directory, and what came of it: a picture of sessions and their namespaces. */
export interface NamespaceMap {
  kind: "namespaces";
  /** the directories in which a name was looked for, that of session 0 first */
  directories: string[];
  processes: NamespaceProcess[];
  /** where the lines stand */
  log?: string;
}

export interface NamespaceProcess {
  process: string;
  processId: number;
  session: number;
  user: string;
  visits: NamespaceVisit[];
}

/** Calls of one process that came out alike. */
export interface NamespaceVisit {
  directory: string;
  /** as the program wrote it: `Global\\Name` */
  name: string;
  does: "makes" | "opens";
  cause: CallCause;
  error: number;
  count: number;
  /** of the first of them */
  line: number;
}

/** Gathers the calls by process and directory; calls whose name Windows refuses have none and are left out. */
export function namespaceMap(calls: readonly SharedMemoryCall[], log?: string): NamespaceMap {
  const processes = new Map<string, NamespaceProcess>();
  const directories = new Set<string>();
  for (const { path, cause, ...call } of explainCalls(calls)) {
    if (path === undefined) continue;
    const directory = path.slice(0, path.lastIndexOf("\\"));
    directories.add(directory);
    const { process, processId, session, user } = call;
    const key = `${process} ${processId}`;
    const known = processes.get(key) ?? { process, processId, session, user, visits: [] };
    processes.set(key, known);
    const visit: NamespaceVisit = {
      ...{ directory, name: call.name, cause, error: call.lastError, count: 1, line: call.line },
      does: call.call.startsWith("Create") ? "makes" : "opens",
    };
    const alike = known.visits.find(
      (other) =>
        other.directory === directory &&
        other.name === visit.name &&
        other.does === visit.does &&
        other.error === visit.error,
    );
    if (alike) alike.count++;
    else known.visits.push(visit);
  }
  const globalFirst = (a: string, b: string) => Number(a.startsWith("\\Sessions")) - Number(b.startsWith("\\Sessions"));
  return {
    kind: "namespaces",
    directories: [...directories].sort((a, b) => globalFirst(a, b) || a.localeCompare(b, "en", { numeric: true })),
    processes: [...processes.values()],
    ...(log !== undefined && { log }),
  };
}
