import { valueToTag } from "../../tags/tagValue.ts";
import { parseMemoryRow } from "../code/parseMemoryRow.ts";

/** nt!PoolHitTag's value when a machine starts: no tag, since its last bytes are no characters. */
export const HIT_TAG_OFF = 0xffffff0f;

const RE_EDIT = /(?:^|[;{"])\s{0,8}e([abdwq])\s{1,8}(?:nt!)?PoolHitTag\s{1,8}([^;}]{1,80})/i; // cspell:disable-line
const RE_SHOW = /(?:^|[;{"])\s{0,8}(d[bcdpwW])\s{1,8}(?:nt!)?PoolHitTag\b/i; // cspell:disable-line

/** The tag that a command sets: four characters; `off` for a value that is none; undefined where it sets nothing that is understood. */
export function parseHitTagEdit(command: string): string | undefined {
  const match = command.length < 4096 ? RE_EDIT.exec(command) : null;
  if (!match) return undefined;
  const [letter, value] = [match[1]!.toLowerCase(), match[2]!.trim()];
  const quoted = /^(["'])(.{1,4}?)(?:\1|$)/.exec(value)?.[2];
  if (quoted !== undefined) {
    // In 'kaeL' the last character is the lowest byte, and what is missing is zero; the text of `ea` lies in memory as it is written.
    const letters = letter === "a" ? [...quoted] : [...quoted].reverse();
    return hitTagOf(letters.reduceRight((sum, character) => sum * 256 + (character.charCodeAt(0) & 0xff), 0));
  }
  if (letter === "b") return tagOfBytes(value.split(/\s+/));
  const number = letter === "d" || letter === "q" ? /^(?:0x)?([0-9a-f]{1,8})(?:\s|$)/i.exec(value)?.[1] : undefined;
  return number === undefined ? undefined : hitTagOf(parseInt(number, 16));
}

/** The command that shows the variable, whose output says the tag: `dc`, `db`; undefined where it shows something else. */
export function parseHitTagShow(command: string): string | undefined {
  return command.length < 4096 ? RE_SHOW.exec(command)?.[1] : undefined;
}

/** The tag in a row of memory of the variable; undefined for any other line. */
export function parseHitTagRow(text: string, command: string): string | undefined {
  const bytes = parseMemoryRow(text, command)?.bytes;
  return bytes && bytes.length >= 4 ? hitTagOf(new DataView(bytes.buffer).getUint32(0, true)) : undefined;
}

/** The tag of a value; `off` for what is no tag. The protected bit is never set here: the free path clears it before it compares. */
export function hitTagOf(value: number): string {
  const bytes = [0, 8, 16, 24].map((shift) => (value >>> shift) & (shift === 24 ? 0x7f : 0xff));
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f) ? valueToTag(value) : "off";
}

function tagOfBytes(words: readonly string[]): string | undefined {
  if (words.length < 4 || !words.slice(0, 4).every((word) => /^(?:0x)?[0-9a-f]{1,2}$/i.test(word))) return undefined;
  return hitTagOf(words.slice(0, 4).reduceRight((sum, word) => sum * 256 + parseInt(word, 16), 0));
}
