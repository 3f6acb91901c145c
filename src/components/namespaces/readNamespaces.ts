import type { NamespaceMap } from "../../pool/analyzers/sharedMemory/namespaceMap.ts";

/**
 * Sessions and their namespaces from the data of a value. It came in a message from a worker in which a reader's code ran, so its
 * shape is checked; undefined when it is none.
 */
export function readNamespaces(data: unknown): NamespaceMap | undefined {
  if (!isRecord(data) || data["kind"] !== "namespaces") return undefined;
  const { directories, processes, log } = data;
  const isMap =
    Array.isArray(directories) &&
    directories.length > 0 &&
    directories.every(isText) &&
    Array.isArray(processes) &&
    processes.every(isProcess) &&
    (log === undefined || log === null || isText(log));
  if (!isMap) return undefined;
  // JSON has no `undefined`: what is not known may arrive as null.
  return Object.fromEntries(Object.entries(data).filter(([, part]) => part !== null)) as unknown as NamespaceMap;
}

function isProcess(process: unknown): boolean {
  return (
    isRecord(process) &&
    isText(process["process"]) &&
    isText(process["user"]) &&
    Number.isInteger(process["session"]) &&
    (Number.isInteger(process["processId"]) || process["processId"] === "NaN") &&
    Array.isArray(process["visits"]) &&
    process["visits"].every(isVisit)
  );
}

function isVisit(visit: unknown): boolean {
  return (
    isRecord(visit) &&
    [visit["directory"], visit["name"], visit["cause"]].every(isText) &&
    (visit["does"] === "makes" || visit["does"] === "opens") &&
    [visit["error"], visit["count"], visit["line"]].every(Number.isInteger)
  );
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === "object" && data !== null && !Array.isArray(data);
const isText = (part: unknown): boolean => typeof part === "string";
