/**
 * The object that a Win32 name stands for in a session: `Global\X` is `\BaseNamedObjects\X` for all; `Local\X`, or `X` alone, is
 * the same in session 0 and `\Sessions\n\BaseNamedObjects\X` in session n. Undefined for a name that Win32 refuses: one with a
 * further backslash, which a prefix in other letters (`global\X`) gives as well, or none at all.
 *
 * https://learn.microsoft.com/en-us/windows/win32/termserv/kernel-object-namespaces
 */
export function resolveObjectName(name: string, session: number): string | undefined {
  const isGlobal = name.startsWith("Global\\");
  const rest = isGlobal
    ? name.slice("Global\\".length)
    : name.startsWith("Local\\")
      ? name.slice("Local\\".length)
      : name;
  if (rest === "" || rest.includes("\\")) return undefined;
  return isGlobal || session === 0
    ? `\\BaseNamedObjects\\${rest}`
    : `\\Sessions\\${String(session)}\\BaseNamedObjects\\${rest}`;
}
