import { parseAddress } from "../Address.ts";
import type { StackFrame } from "../hits/StackFrame.ts";

/** `81b250cd nt!IovAllocateMdl+0x3d`; a copied web page may leave a `#` before it. */
const RE_ROW = /^\s{0,8}(?:# )?((?:0x)?[0-9a-f`]{8,17})\s{1,8}(\S.{0,400}?)\s*$/i;
/** `nt!IovAllocateMdl+0x3d`, `myfault+0x162f`, `0xfffff88005a1f62f`; names in C++ hold blanks, `<` and `:`. */
const RE_SYMBOL = /^([\w.$~-]{1,100})(?:!(.{1,300}?))?(?:\+0x([0-9a-f]{1,16}))?$/i;

/** Reads a row of a stack in Verifier's log, which has neither stack pointer nor arguments; undefined for any other line. */
export function parseStackRow(text: string, line: number): StackFrame | undefined {
  const row = RE_ROW.exec(text);
  const returnAddress = row ? parseAddress(row[1]!) : undefined;
  if (!row || returnAddress === undefined) return undefined;
  const symbol = row[2]!;
  const match = /^(?:0x)?[0-9a-f`]{8,19}$/i.test(symbol) ? null : RE_SYMBOL.exec(symbol);
  return {
    symbol,
    module: match?.[1],
    function: match?.[2],
    offset: match?.[3] === undefined ? undefined : Number.parseInt(match[3], 16),
    returnAddress,
    isInline: false,
    line,
  };
}
