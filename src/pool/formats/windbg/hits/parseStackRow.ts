import { parseAddress, type Address } from "../Address.ts";
import { parseSymbol, type SymbolParts } from "./parseSymbol.ts";
import type { StackFrame } from "./StackFrame.ts";
import { argumentCount, type StackColumns } from "./stackLayout.ts";

const RE_NUMBER = /[ \t]{0,16}[0-9a-f]{2,4} /iy;
const RE_SIZE = /[ \t]{1,16}[0-9a-f]{1,6}(?= [0-9a-f`]{8,17} )/iy;
/** One address of a row; those of an inlined frame are words and dashes. */
const RE_WORD = /[ \t:]{0,24}(\(Inline(?: Function)?\)|-{8}(?:`-{8})?|[0-9a-f]{8}(?:`[0-9a-f]{8})?)(?=[ :])/iy;
/** `kc` prints a driver without symbols by its name alone. */
const RE_MODULE_ALONE = /^[\w.$~-]{1,64}$/;

/** Reads one row of a stack whose header said its columns; undefined for a line that is none. */
export function parseStackRow(text: string, line: number, columns: StackColumns): StackFrame | undefined {
  if (text.length > 2000) return undefined;
  let at = 0;
  if (columns.hasNumbers) {
    RE_NUMBER.lastIndex = 0;
    if (!RE_NUMBER.test(text)) return undefined;
    at = RE_NUMBER.lastIndex;
  }
  if (columns.hasSizes) {
    RE_SIZE.lastIndex = at;
    if (RE_SIZE.test(text)) at = RE_SIZE.lastIndex;
  }
  const addresses = Number(columns.hasPointer) + Number(columns.hasReturn);
  const words: string[] = [];
  let most = addresses;
  while (words.length < most) {
    RE_WORD.lastIndex = at;
    const word = RE_WORD.exec(text)?.[1];
    if (word === undefined) break;
    at = RE_WORD.lastIndex;
    words.push(word);
    if (words.length === 1 && columns.hasArguments) most += argumentCount(/[`F]/.test(word) ? 16 : 8);
  }
  const isInline = words[0]?.startsWith("(") ?? false;
  if (!isInline && words.length < most) return undefined;
  const name = parseName(text.slice(at).replace(/^[ \t:]{1,24}/, ""), addresses === 0);
  if (!name) return undefined;
  const values = isInline ? [] : words.map((word) => parseAddress(word)!);
  return frameOf(name, values, columns, isInline, line);
}

function frameOf(
  { symbol, module, function: inner, offset, source }: SymbolParts,
  values: Address[],
  { hasPointer, hasReturn, hasArguments }: StackColumns,
  isInline: boolean,
  line: number,
): StackFrame {
  const pointer = hasPointer ? values.shift() : undefined;
  const returnAddress = hasReturn ? values.shift() : undefined;
  return {
    symbol,
    module,
    function: inner,
    offset,
    returnAddress,
    ...(pointer !== undefined && { stackPointer: pointer }),
    ...(hasArguments && !isInline && { arguments: values }),
    ...(source !== undefined && { source }),
    isInline,
    line,
  };
}

function parseName(text: string, isNameAlone: boolean): SymbolParts | undefined {
  const name = text.trimEnd();
  const parts = parseSymbol(name);
  if (parts || !isNameAlone || !RE_MODULE_ALONE.test(name)) return parts;
  return { symbol: name, module: name, function: undefined, offset: undefined };
}
