import { addToAddress, bytesBetween, formatAddress, parseAddress, type Address } from "../../formats/windbg/Address.ts";
import type { DebuggerSession } from "../../formats/windbg/DebuggerSession.ts";
import { valueToTag } from "../../formats/tags/tagValue.ts";
import { placeOf } from "./tagSites.ts";

/** A tag in the code that a session has changed. */
export interface TagPatch {
  /** where its four bytes stand: `myfault+0x1621` */
  place: string;
  address: Address;
  /** the tag that the search found there */
  was: string;
  /** the tag that stands there now; equal to `was` where the change was taken back */
  tag: string;
  /** the four bytes now, in the order of memory */
  bytes: Uint8Array;
  /** what the debugger shows there after the change: `as written`, `something else`, or undefined where nobody looked */
  shown: "as written" | "something else" | undefined;
  /** the line of the last command that changed it */
  line: number;
}

/** `eb fffff880`05a1f3aa+3 31`: several bytes may follow. */
const RE_EDIT = /^eb\s+(?:0x)?([0-9a-f`]{8,17})(?:\+(?:0x)?([0-9a-f]{1,4}))?((?:\s+(?:0x)?[0-9a-f]{1,2})+)\s*$/i;

/**
 * The tags that a session changes in the code by `eb`, one row for each place that its search found and that was written to. A `dc` or `db` of
 * the place, behind the change, says whether it took.
 */
export function tagPatches(
  session: Pick<DebuggerSession, "commands" | "searchHits" | "memory" | "modules">,
): TagPatch[] {
  const edits = session.commands.flatMap(({ text, line }) => editsOf(text).map((edit) => ({ ...edit, line })));
  return session.searchHits.flatMap(({ address, bytes: found }) => {
    const before = found.slice(0, 4);
    const own = edits.flatMap((edit) => {
      const at = edit.address.length === address.length ? bytesBetween(address, edit.address) : -1;
      return at >= 0 && at < 4 ? [{ ...edit, at }] : [];
    });
    const last = own.at(-1);
    if (before.length < 4 || !last) return [];
    const bytes = Uint8Array.from(before);
    for (const { at, byte } of own) bytes[at] = byte;
    const look = session.memory.findLast((row) => row.address === address && row.line > last.line);
    const isSame = look && bytes.every((byte, at) => look.bytes[at] === byte);
    return {
      place: placeOf(address, session.modules),
      address,
      was: tagOf(before),
      tag: tagOf(bytes),
      bytes,
      shown: isSame ? "as written" : look && "something else",
      line: last.line,
    };
  });
}

function editsOf(command: string): { address: Address; byte: number }[] {
  const match = RE_EDIT.exec(command);
  const start = match && parseAddress(match[1]!);
  if (!start) return [];
  const from = addToAddress(start, parseInt(match[2] ?? "0", 16));
  return match[3]!
    .trim()
    .split(/\s+/)
    .map((byte, at) => ({ address: addToAddress(from, at), byte: parseInt(byte, 16) }));
}

/** The tag that four bytes are, without the protected bit. */
function tagOf(bytes: Uint8Array): string {
  return valueToTag(new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true));
}

/** What one types to change a byte of the code: `eb fffff880`05a1f3aa+3 31`. */
export function editCommand(address: Address, offset: number, byte: number): string {
  return `eb ${formatAddress(address)}+${offset} ${byte.toString(16).padStart(2, "0")}`;
}
