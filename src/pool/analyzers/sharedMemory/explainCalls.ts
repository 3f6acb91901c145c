import { resolveObjectName } from "../../formats/sharedMemory/resolveObjectName.ts";
import type { SharedMemoryCall } from "../../formats/sharedMemory/SharedMemoryTrace.ts";

/**
 * Why a call came out as it did: `other namespace`, the name was made in another directory; `not there`, nobody had made it;
 * `privilege`, a global section from a session other than 0 without SeCreateGlobalPrivilege; `security`, the section's descriptor
 * does not admit the account; `already there`, the section of somebody else was opened instead of a new one.
 */
export type CallCause =
  "ok" | "other namespace" | "not there" | "privilege" | "security" | "already there" | "name in use" | "other";

/** A call, the object that its name stands for there, and why it came out so. */
export interface ExplainedCall extends SharedMemoryCall {
  /** `\\Sessions\\1\\BaseNamedObjects\\Name`; undefined for a name that Windows refuses */
  path: string | undefined;
  cause: CallCause;
  /** where the name had been made, for `other namespace` */
  madeAt: string | undefined;
}

/**
 * Resolves each call's name in its session and explains its error by what was made before it. A trace shows no closing, so a
 * section that has gone in the meantime counts as there.
 *
 * https://learn.microsoft.com/en-us/windows/win32/termserv/kernel-object-namespaces
 * https://learn.microsoft.com/en-us/windows/win32/api/winbase/nf-winbase-createfilemappinga
 */
export function explainCalls(calls: readonly SharedMemoryCall[]): ExplainedCall[] {
  const made: string[] = [];
  return calls.map((call) => {
    const path = resolveObjectName(call.name, call.session);
    const isMaking = call.call.startsWith("Create");
    // Windows does not tell the letters' case apart in these names.
    const sameName = (other: string) => lastPart(other) === lastPart(path ?? "");
    const isMade = path !== undefined && made.includes(path.toLowerCase());
    const elsewhere = made.find((other) => sameName(other) && other !== path?.toLowerCase());
    const cause = causeOf(call, { isMaking, isMade, isElsewhere: elsewhere !== undefined });
    const madeAt = cause === "other namespace" ? made.findLast((other) => other === elsewhere) : undefined;
    if (isMaking && call.result !== 0 && path !== undefined) made.push(path.toLowerCase());
    return { ...call, path, cause, madeAt: madeAt && pathOf(calls, madeAt) };
  });
}

function causeOf(
  { lastError, result, name, session }: SharedMemoryCall,
  { isMaking, isMade, isElsewhere }: { isMaking: boolean; isMade: boolean; isElsewhere: boolean },
): CallCause {
  if (lastError === 183) return "already there";
  if (result !== 0 || lastError === 0) return "ok";
  if (lastError === 2) return isElsewhere && !isMade ? "other namespace" : "not there";
  // An open needs no privilege, and in session 0 a making neither.
  if (lastError === 5) return isMaking && name.startsWith("Global\\") && session !== 0 ? "privilege" : "security";
  return lastError === 6 ? "name in use" : "other";
}

const lastPart = (path: string) => path.slice(path.lastIndexOf("\\") + 1).toLowerCase();

/** A path in the letters in which it was made. */
function pathOf(calls: readonly SharedMemoryCall[], path: string): string {
  const paths = calls.map(({ name, session }) => resolveObjectName(name, session));
  return paths.find((one) => one?.toLowerCase() === path) ?? path;
}
