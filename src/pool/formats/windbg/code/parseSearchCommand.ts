import { valueToTag } from "../../tags/tagValue.ts";

/** What an `s` command searches. */
export interface SearchCommand {
  /** as characters; undefined where the command does not say it in a way that is understood */
  text: string | undefined;
  /** how its hits are printed: as the `d` command of the same letter, or as addresses alone */
  rows: "db" | "dw" | "dd" | "dq" | "addresses";
}

/** `s -a`, `s -[1w]b`, behind a prompt's other commands or inside `!for_each_module`. */
const RE_SEARCH = /(?:^|[;\s"{])s\s{1,8}-(\[[\w\s]{0,16}\])?([abudwq])\s{1,8}(.{1,400})$/i; // cspell:disable-line
/** A string may hold anything but a quote; its quotes are escaped within another command, and the last one may be missing. */
const RE_STRING = /\\?"([^"\\]{1,64})(?:\\?"|$)/;

const ROWS = { a: "db", b: "db", u: "dw", w: "dw", d: "dd", q: "dq" } as const;

/** Understands `s -a 0 L?80000000 "Leak"` and its kin; undefined where the command searches nothing. */
export function parseSearchCommand(command: string): SearchCommand | undefined {
  if (command.length > 2000) return undefined;
  const match = RE_SEARCH.exec(command);
  if (!match) return undefined;
  const [, flags = "", letter, rest] = match;
  const kind = letter!.toLowerCase() as keyof typeof ROWS;
  const rows = /[1]/.test(flags) ? "addresses" : ROWS[kind];
  if (kind === "a" || kind === "u") return { text: RE_STRING.exec(rest!)?.[1] ?? lastWord(rest!), rows };
  return { text: textOfNumbers(rest!, kind), rows };
}

/** People leave the quotes out: `s -a @#Base @#End Leak`. */
function lastWord(rest: string): string | undefined {
  const words = rest.trim().split(/\s+/);
  return words.length >= 3 ? words.slice(2).join(" ") : undefined;
}

/** Behind the range stand the numbers: `4c 65 61 6b`, `6b61654c`. The protected bit of a tag's last byte is left out. */
function textOfNumbers(rest: string, kind: "b" | "d" | "w" | "q"): string | undefined {
  const numbers = rest
    .trim()
    .replace(/["}].*$/, "")
    .trim()
    .split(/\s+/)
    .slice(2);
  const width = { b: 2, w: 4, d: 8, q: 16 }[kind];
  const isNumber = (word: string) => /^(?:0x)?[0-9a-f]{1,16}$/i.test(word.replace("`", ""));
  if (numbers.length === 0 || numbers.length > 64 || !numbers.every(isNumber)) return undefined;
  const values = numbers.flatMap((word) => {
    const digits = word.replace("`", "").replace(/^0x/i, "").padStart(width, "0").slice(-width);
    return Array.from({ length: width / 2 }, (_, at) => parseInt(digits.slice(width - 2 * at - 2, width - 2 * at), 16));
  });
  if (values.length === 4) return valueToTag(values.reduceRight((sum, byte) => sum * 256 + byte, 0));
  return String.fromCharCode(...values);
}
