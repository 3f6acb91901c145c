import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";

/** The logs of a folder of fixtures, without their expected twins. */
export function fixtureLogs(folder: URL): Uint8Array[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith(".json"))
    .map((name) => new Uint8Array(readFileSync(new URL(name, folder))));
}

/** Logs with bytes changed, cut away or put in, up to three of them joined. */
export function changedLogs(logs: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({ at: fc.nat(6000), remove: fc.nat(40), insert: fc.uint8Array({ maxLength: 12 }) });
  const changed = fc.tuple(fc.constantFrom(...logs), fc.array(edit, { maxLength: 8 })).map(([log, edits]) => {
    let bytes = [...log];
    for (const { at, remove, insert } of edits) bytes = bytes.toSpliced(at % (bytes.length + 1), remove, ...insert);
    return bytes;
  });
  return fc.array(changed, { minLength: 1, maxLength: 3 }).map((parts) => Uint8Array.from(parts.flat()));
}

/** Lines made of a format's own words, in any order. */
export function shuffledWords(words: readonly string[]): fc.Arbitrary<Uint8Array> {
  return fc
    .array(fc.constantFrom(...words, " ", "\n", "\n", "  ", "0x", "...", "kd> "), { maxLength: 120 })
    .map((parts) => new TextEncoder().encode(parts.join("")));
}

/** How many lines the bytes can be at most. */
export function lineCount(bytes: Uint8Array): number {
  return new TextDecoder("latin1").decode(bytes).split(/[\n\r]/).length;
}
