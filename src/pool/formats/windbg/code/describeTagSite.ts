import { tagBytes } from "../../tags/tagValue.ts";
import { findPoolArgument, type CallArguments } from "./findPoolArgument.ts";
import { poolOfArgument } from "./poolTypes.ts";
import { tagPlace, type TagPlace } from "./tagPlace.ts";
import type { TagSite } from "./TagSite.ts";

/** What is known of a place besides its bytes. */
export interface SiteOptions {
  /** 64 (default), or 32 for x86 */
  bits?: 32 | 64;
  /** the tag in memory has its protected bit set */
  isProtected?: boolean;
  /** the routine that is called next, where a listing names it */
  routine?: string | undefined;
  /** what a listing shows to be put into ecx before the tag is loaded */
  firstArgument?: number | "computed" | undefined;
}

const isPrintable = (byte: number | undefined) => byte !== undefined && byte >= 0x20 && byte < 0x7f;
/** So many printable characters in a row are a text: code seldom has four. */
const LETTERS_OF_TEXT = 4;

/**
 * Says what a place that holds a tag is, by the bytes before and behind its four letters: an allocation, a free, a value kept for later,
 * letters of a text, or unknown. `before` ends where the tag begins; either may be empty. Nothing is said that the bytes do not show.
 */
export function describeTagSite(
  before: Uint8Array,
  tag: string,
  after: Uint8Array,
  options: SiteOptions = {},
): TagSite {
  const { bits = 64, isProtected = false, routine } = options;
  const found = (kind: TagSite["kind"], reason: string, more: Partial<TagSite> = {}): TagSite => ({
    kind,
    pool: undefined,
    poolType: undefined,
    routine,
    isProtected,
    reason,
    ...more,
  });
  const place = tagPlace(before, bits);
  const isCode = place === "third argument" || place === "stack" || place === "memory" || routine !== undefined;
  if (!isCode && isText(before, after))
    return found("string", "Printable letters stand around it: it is part of a text, not of code.");
  if (place === undefined) {
    const reason =
      before.length === 0
        ? `The bytes before it are not shown. Disassemble from two bytes before the hit (u ADDRESS-2), or show them: db ADDRESS-10 L20.`
        : `The bytes before ${tagBytes(tag)} are no instruction that is known to load a tag.`;
    return found("unknown", reason);
  }
  const call = findPoolArgument(after, bits);
  const kind = kindOf(place, call, routine);
  const pool = kind === "allocate" ? poolOf(call, bits, options.firstArgument) : undefined;
  const named = routine === undefined ? "" : ` for ${routine}`;
  return found(kind, `${PLACES[place]}${named}${kind === "allocate" ? `; ${pool?.says ?? POOL_UNSEEN}` : ""}.`, {
    pool: pool?.argument?.pool,
    poolType: pool?.argument?.name,
  });
}

const PLACES: Readonly<Record<TagPlace, string>> = {
  "third argument": "The tag is loaded into r8d, the third argument",
  "second argument": "The tag is loaded into edx, the second argument",
  stack: "The tag is put on the stack, as an argument behind the fourth, such as a lookaside list's",
  memory: "The tag is stored in a structure or a global variable, to be used elsewhere",
  pushed: "The tag is pushed as an argument",
  compared: "Something is compared with the tag",
  "other register": "The tag is loaded into a register that no pool routine takes it from",
};
const POOL_UNSEEN = "from which pool these bytes do not show";

/** A symbol decides; else the argument's place. On x86 an allocation pushes two more arguments, a free one. */
function kindOf(place: TagPlace, call: CallArguments, routine: string | undefined): TagSite["kind"] {
  if (place === "memory") return "stored";
  if (routine !== undefined) {
    if (/Lookaside/.test(routine)) return "stored";
    if (/Free/.test(routine) !== /Alloc/.test(routine)) return /Free/.test(routine) ? "free" : "allocate";
  }
  if (place === "stack") return "stored";
  if (place === "third argument") return "allocate";
  if (place === "second argument") return "free";
  if (place !== "pushed" || !call.reachesCall) return "unknown";
  return call.pushed.length === 2 ? "allocate" : call.pushed.length === 1 ? "free" : "unknown";
}

function poolOf(call: CallArguments, bits: 32 | 64, earlier: SiteOptions["firstArgument"]) {
  const value = bits === 32 ? (call.reachesCall ? call.pushed.at(-1) : undefined) : (call.first ?? earlier);
  if (value === "computed") return { argument: undefined, says: "its pool is computed, which these bytes do not show" };
  if (value === undefined) return undefined;
  const argument = poolOfArgument(value);
  const number = value < 10 ? String(value) : `0x${value.toString(16)}`;
  return {
    argument,
    says: argument ? `its first is ${number}: ${argument.name}` : `its first is ${number}, which is no pool`,
  };
}

/** Letters go on behind the tag, or lead up to it and end with it. */
function isText(before: Uint8Array, after: Uint8Array): boolean {
  let behind = 0;
  while (behind < after.length && isPrintable(after[behind])) behind++;
  let ahead = 0;
  while (ahead < before.length && isPrintable(before[before.length - 1 - ahead])) ahead++;
  const last = before.at(-1);
  const canBegin = last === undefined || last === 0 || isPrintable(last);
  return (behind >= LETTERS_OF_TEXT && canBegin) || ahead >= LETTERS_OF_TEXT || (ahead >= 2 && behind >= 2);
}
