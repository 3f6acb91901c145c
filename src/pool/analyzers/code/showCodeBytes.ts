import { formatAddress, addToAddress } from "../../formats/windbg/Address.ts";
import { CodeIndex } from "../../formats/windbg/code/CodeIndex.ts";
import type { Instruction } from "../../formats/windbg/code/Instruction.ts";
import type { SearchHit } from "../../formats/windbg/code/SearchHit.ts";
import type { DebuggerSession } from "../../formats/windbg/DebuggerSession.ts";
import type { CodeBytes, CodeBytesRow } from "./CodeBytes.ts";
import type { TagPatch } from "./tagPatches.ts";
import { tagSites, type ModuleTagSite } from "./tagSites.ts";

/** What the drawing may leave out or take in. */
export interface CodeBytesOptions {
  /** changes of the code, as `tagPatches` reads them: changed bytes are marked, with what they were */
  patches?: readonly TagPatch[];
  /** only the places that were changed */
  only?: "patched";
  /** the log that the instructions stand in, where it is another than the cell's only one */
  log?: string;
}

/**
 * The code around each place that holds a tag, instruction by instruction up to the call, with the bytes of the tag. A place that the
 * session did not disassemble is shown by the bytes of the search alone.
 */
export function codeBytes(
  session: Pick<DebuggerSession, "searchHits" | "instructions" | "memory" | "modules">,
  { patches = [], only, log }: CodeBytesOptions = {},
): CodeBytes {
  const code = new CodeIndex(session.instructions);
  const sites = tagSites(session);
  const rows = session.searchHits.flatMap((hit, at) => {
    const patch = patches.find(({ address }) => address === hit.address);
    if (only === "patched" && !patch) return [];
    const first = code.withConstantAt(hit.address);
    const site = `${sites[at]!.place}: ${wordsFor(sites[at]!)}`;
    if (!first) return [rowOfHit(hit, site, patch)];
    const behind = code.upToCall(addToAddress(hit.address, 4));
    return [rowOfTag(first, site, patch), ...behind.map((instruction) => rowOf(instruction, site))];
  });
  return { kind: "codeBytes", ...(log === undefined ? {} : { log }), rows };
}

function wordsFor({ site: { kind, pool } }: ModuleTagSite): string {
  const words = {
    allocate: pool === undefined ? "allocates" : `allocates from ${pool} pool`,
    free: "frees",
    stored: "keeps the tag for later",
    string: "letters of a text",
    unknown: "its bytes alone do not tell",
  };
  return words[kind];
}

function rowOf({ address, bytes, mnemonic, operands, line }: Instruction, site: string): CodeBytesRow {
  return { site, address: formatAddress(address), bytes: hex(bytes), instruction: `${mnemonic} ${operands}`, line };
}

/** The instruction whose constant is the tag: the constant is its last four bytes. */
function rowOfTag(instruction: Instruction, site: string, patch: TagPatch | undefined): CodeBytesRow {
  const row = rowOf(instruction, site);
  const tagAt = instruction.bytes.length - 4;
  if (!patch) return { ...row, tagAt };
  const now = Uint8Array.from(instruction.bytes);
  now.set(patch.bytes, tagAt);
  const operand = (bytes: Uint8Array) => `${hex(bytes.slice(tagAt).reverse()).replaceAll(" ", "").toUpperCase()}h`;
  const written = row.instruction.replace(operand(instruction.bytes), operand(now));
  return { ...row, ...changed(instruction.bytes, now), instruction: written, tagAt };
}

function rowOfHit({ address, bytes, line }: SearchHit, site: string, patch: TagPatch | undefined): CodeBytesRow {
  const now = Uint8Array.from(bytes);
  if (patch) now.set(patch.bytes.subarray(0, now.length));
  const letters = Array.from(now, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
  return { site, address: formatAddress(address), ...changed(bytes, now), instruction: letters, tagAt: 0, line };
}

function changed(before: Uint8Array, now: Uint8Array): Pick<CodeBytesRow, "bytes" | "was"> {
  const [was, bytes] = [hex(before), hex(now)];
  return was === bytes ? { bytes } : { bytes, was };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
