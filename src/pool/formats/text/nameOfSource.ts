import type { LogSource } from "../ReadResult.ts";

/** The name of a file; undefined for bytes and pasted text. */
export function nameOfSource(source: LogSource): string | undefined {
  const hasName = typeof source === "object" && "name" in source && typeof source.name === "string";
  return hasName && source.name !== "" ? (source.name as string) : undefined;
}
