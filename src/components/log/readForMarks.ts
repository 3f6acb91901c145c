import { readPerfmon } from "../../pool/formats/perfmon/readPerfmon.ts";
import { readPoolmon } from "../../pool/formats/poolmon/readPoolmon.ts";
import type { Problem } from "../../pool/formats/ReadResult.ts";

/** What the reader of a bundled log says of it, so that the log view can mark the lines. Other texts have no reader yet. */
export async function readForMarks(bytes: Uint8Array): Promise<Problem[]> {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  if (start.includes("(PDH-")) return (await readPerfmon(bytes)).problems;
  if (/\bTag\s+Type\s+Allocs\b/.test(start)) return (await readPoolmon(bytes)).problems;
  return [];
}
