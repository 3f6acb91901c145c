import type { StackFrame } from "./StackFrame.ts";

/** What a frame's name says. */
export type SymbolParts = Pick<StackFrame, "symbol" | "module" | "function" | "offset" | "source">;

const LONGEST = 1200;

const RE_BARE = /^0x[0-9a-f`]{8,19}$/i;
/** `nt!IopXxxControlFile+0x607`; a function in C++ holds blanks, `<` and `:`. */
const RE_FUNCTION = /^([^\s!+]{1,128})!(.{1,600}?)(?:\+0x([0-9a-f]{1,16}))?$/i;
/** `myfault+0x162f`, where there are no symbols. */
const RE_MODULE = /^([^\s!+]{1,128})\+0x([0-9a-f]{1,16})$/i;
const RE_SOURCE = /\s\[([^[\]]{1,400} @ \d{1,8})\]$/;
/** What `kv` adds, and what newer debuggers add to inlined frames and at traps. */
const RE_REMARK = /\s\((?:FPO|CONV|TrapFrame|Inline Function|PERF|EH|Export)\b[^()]{0,200}\)$/;

/**
 * Takes a symbol apart: `nt!IopXxxControlFile+0x607 [file.c @ 12]`. The values that `kp` prints between parentheses are left out: with
 * them no two stacks would be the same. Undefined where the text is no symbol.
 */
export function parseSymbol(text: string): SymbolParts | undefined {
  if (text.length > LONGEST) return undefined;
  let name = text.trim();
  let source: string | undefined;
  for (let remarks = 0; remarks < 4; remarks++) {
    const found = RE_SOURCE.exec(name) ?? RE_REMARK.exec(name);
    if (!found) break;
    source ??= found[1];
    name = name.slice(0, found.index).trimEnd();
  }
  name = withoutValues(name);
  const more = source === undefined ? {} : { source };
  if (RE_BARE.test(name)) return { symbol: name, module: undefined, function: undefined, offset: undefined, ...more };
  const inFunction = RE_FUNCTION.exec(name);
  if (inFunction) {
    const [, module, inner, offset] = inFunction;
    return {
      symbol: name,
      module,
      function: inner!.trim(),
      offset: offset === undefined ? 0 : parseInt(offset, 16),
      ...more,
    };
  }
  const inModule = RE_MODULE.exec(name);
  if (!inModule) return undefined;
  return { symbol: name, module: inModule[1], function: undefined, offset: parseInt(inModule[2]!, 16), ...more };
}

/** `nt!ObOpen(void * object = 0x0, int mode = 0n1)+0x12` without what stands between the parentheses. */
function withoutValues(name: string): string {
  const open = name.indexOf("(");
  const close = name.lastIndexOf(")");
  if (open <= 0 || close < open) return name;
  const inner = name.slice(open + 1, close);
  return inner === "void" || inner.includes(" = ") ? name.slice(0, open) + name.slice(close + 1) : name;
}
