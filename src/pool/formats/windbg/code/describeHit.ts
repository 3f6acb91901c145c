import { addToAddress, bytesBetween } from "../Address.ts";
import { CodeIndex } from "./CodeIndex.ts";
import { describeTagSite } from "./describeTagSite.ts";
import type { Instruction } from "./Instruction.ts";
import { joinBytes, MemoryIndex } from "./MemoryIndex.ts";
import type { MemoryRow } from "./MemoryRow.ts";
import type { SearchHit } from "./SearchHit.ts";
import type { TagSite } from "./TagSite.ts";

/** What a session shows around a hit, as `readTagSearch` gives it. */
export interface Surroundings {
  instructions: readonly Instruction[];
  memory: readonly MemoryRow[];
}

/**
 * Says what each place found by a search is, in the order of the hits: by the disassembly where the session has one of it, by the bytes
 * around it where they were shown, else by the sixteen bytes of the hit alone.
 */
export function describeHits(hits: readonly SearchHit[], { instructions, memory }: Surroundings): TagSite[] {
  const code = new CodeIndex(instructions);
  const rows = new MemoryIndex(memory);
  return hits.map((hit) => describeOne(hit, code, rows));
}

/** The same for one place. */
export function describeHit(hit: SearchHit, around: Surroundings): TagSite {
  return describeHits([hit], around)[0]!;
}

function describeOne(hit: SearchHit, code: CodeIndex, memory: MemoryIndex): TagSite {
  const { address, text } = hit;
  const bits = address.length === 8 ? 32 : 64;
  const shown = hit.bytes.length >= 4 ? hit.bytes : memory.bytesFrom(address);
  const isProtected = (shown[3] ?? 0) >= 0x80;
  // A listing may stop before the call that the sixteen bytes of the hit still show.
  const longer = (bytes: Uint8Array) => (bytes.length >= shown.length - 4 ? bytes : shown.subarray(4));
  const loading = code.withConstantAt(address);
  if (!loading) {
    const before = memory.bytesBefore(address);
    const after = longer(memory.bytesFrom(addToAddress(address, 4)));
    return describeTagSite(before, text, after, { bits, isProtected, firstArgument: ecxJustBefore(before) });
  }
  const next = code.upToCall(addToAddress(address, 4));
  const after = longer(joinBytes(next.map(({ bytes }) => bytes)));
  return describeTagSite(loading.bytes.subarray(0, bytesBetween(loading.address, address)), text, after, {
    bits,
    isProtected,
    routine: routineOf(next.find(({ mnemonic }) => mnemonic === "call")),
    firstArgument: bits === 64 ? code.ecxBefore(loading.address) : undefined,
  });
}

/** `qword ptr [myfault!_imp_ExAllocatePoolWithTag (fffff880`05a20012)]` names the routine; an address alone names nothing. */
function routineOf(call: Instruction | undefined): string | undefined {
  return /!(?:_{0,2}imp_+)?(\w{1,100})/.exec(call?.operands ?? "")?.[1];
}

/** `33 c9` or `b9 imm32` right before `mov r8d`: bytes alone cannot be read backwards any further. */
function ecxJustBefore(before: Uint8Array): number | undefined {
  const end = before.length - 2;
  if (before[end - 2] === 0x33 && before[end - 1] === 0xc9) return 0;
  if (before[end - 5] !== 0xb9 || before[end - 6] === 0x41) return undefined;
  return new DataView(before.buffer, before.byteOffset).getUint32(end - 4, true);
}
