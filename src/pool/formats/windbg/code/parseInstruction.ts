import { parseAddress } from "../Address.ts";
import type { Instruction } from "./Instruction.ts";

/** `fffff880`05a1f61f 41b84c65616b    mov     r8d,6B61654Ch`; `uf` with sources puts a line number before it. */
const RE_ROW =
  /^[ \t]{0,16}(?:\d{1,7} {1,4})?([0-9a-f]{8}(?:`?[0-9a-f]{8})?) ([0-9a-f]{2,32}) {1,16}([a-z][\w.]{0,15})(?: {1,12}(\S.{0,400}?))?\s{0,40}$/i;
const RE_PREFIX = /^(?:lock|rep|repe|repne|repz|repnz|bnd|xacquire|xrelease)$/;

/** Reads one row of a disassembly; undefined for any other line. */
export function parseInstruction(text: string, line: number): Instruction | undefined {
  if (text.length > 600) return undefined;
  const match = RE_ROW.exec(text);
  if (!match || match[2]!.length % 2 !== 0) return undefined;
  const address = parseAddress(match[1]!);
  if (address === undefined) return undefined;
  let [mnemonic, operands] = [match[3]!, match[4] ?? ""];
  if (RE_PREFIX.test(mnemonic) && operands !== "") {
    const [, word, rest] = /^(\S{1,16})\s*(.*)$/.exec(operands) ?? ["", operands, ""];
    mnemonic = `${mnemonic} ${word!}`;
    operands = rest!;
  }
  const bytes = Uint8Array.from({ length: match[2]!.length / 2 }, (_, at) =>
    parseInt(match[2]!.slice(2 * at, 2 * at + 2), 16),
  );
  return { address, symbol: undefined, bytes, mnemonic, operands, line };
}
