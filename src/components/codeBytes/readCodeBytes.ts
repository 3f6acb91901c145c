import type { CodeBytes, CodeBytesRow } from "../../pool/analyzers/code/CodeBytes.ts";

/** Up to sixteen bytes, two digits each: what a search prints, and more than any instruction has. */
const RE_BYTES = /^[0-9a-f]{2}(?: [0-9a-f]{2}){0,15}$/;

/**
 * Rows of code from the data of a value. It came in a message from a worker in which a reader's code ran, so its shape is checked;
 * undefined when it is something else.
 */
export function readCodeBytes(data: unknown): CodeBytes | undefined {
  if (!isRecord(data)) return undefined;
  const { kind, rows, log } = data;
  if (kind !== "codeBytes" || !Array.isArray(rows) || !isMissingOr("string", log)) return undefined;
  if (!rows.every(isRow)) return undefined;
  return { kind, ...(typeof log === "string" ? { log } : {}), rows };
}

function isRow(row: unknown): row is CodeBytesRow {
  if (!isRecord(row)) return false;
  const { site, address, bytes, instruction, tagAt, was, line } = row;
  if (![site, address, instruction].every((text) => typeof text === "string")) return false;
  if (!isBytes(bytes) || !isMissingOr("number", line)) return false;
  const isInside = tagAt === undefined || (Number.isInteger(tagAt) && (tagAt as number) >= 0);
  return isInside && (was === undefined || (isBytes(was) && was.length === bytes.length));
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

const isBytes = (text: unknown): text is string => typeof text === "string" && RE_BYTES.test(text);
const isMissingOr = (type: "string" | "number", part: unknown): boolean =>
  part === undefined || part === null || typeof part === type;
