import { decodeInstruction, type DecodedInstruction } from "./decodeInstruction.ts";

/** What is passed to the next call, as far as the instructions before it show. */
export interface CallArguments {
  /** whether a call was reached: without one the rest may be wrong */
  reachesCall: boolean;
  /** x64: the last constant put into ecx; `computed` for anything else put there; undefined where nothing is */
  first: number | "computed" | undefined;
  /** x86: what was pushed before the call, the constants among them */
  pushed: (number | undefined)[];
}

const MOST_INSTRUCTIONS = 24;

/** Walks from the instruction behind a tag to the next call. */
export function findPoolArgument(bytes: Uint8Array, bits: 32 | 64): CallArguments {
  const found: CallArguments = { reachesCall: false, first: undefined, pushed: [] };
  let pushed: number | undefined;
  let at = 0;
  for (let count = 0; count < MOST_INSTRUCTIONS; count++) {
    const instruction = decodeInstruction(bytes, at, bits);
    if (!instruction || endsFlow(instruction)) return found;
    if (isCall(instruction)) return { ...found, reachesCall: true };
    const isPush = instruction.opcode === 0x68 || instruction.opcode === 0x6a;
    if (bits === 32) takePush(instruction, found.pushed);
    else found.first = writtenToEcx(instruction, pushed) ?? found.first;
    pushed = isPush ? instruction.immediate : undefined;
    at += instruction.length;
  }
  return found;
}

/** `e8` is a direct call; `ff 15` one through the import table, with 48 before it since calls are guarded against speculation. */
function isCall({ opcode, modrm }: DecodedInstruction): boolean {
  return opcode === 0xe8 || (opcode === 0xff && (modrm & 0x38) === 0x10);
}

/** A jump or a return: what follows belongs to another path. */
function endsFlow({ opcode, modrm }: DecodedInstruction): boolean {
  return [0xc2, 0xc3, 0xcc, 0xe9, 0xeb].includes(opcode) || (opcode === 0xff && (modrm & 0x38) === 0x20);
}

function takePush({ opcode, modrm, immediate }: DecodedInstruction, pushed: (number | undefined)[]): void {
  if (opcode === 0x68 || opcode === 0x6a) pushed.push(immediate);
  else if ((opcode >= 0x50 && opcode <= 0x57) || (opcode === 0xff && (modrm & 0x38) === 0x30)) pushed.push(undefined);
}

/** What an instruction puts into ecx; undefined where it leaves it alone. `pushed` is the constant of a push just before. */
export function writtenToEcx(instruction: DecodedInstruction, pushed?: number): number | "computed" | undefined {
  const { opcode, modrm, rex, immediate } = instruction;
  const isOwn = (bit: number) => (rex & bit) === 0;
  if ([0x29, 0x2b, 0x31, 0x33].includes(opcode) && modrm === 0xc9 && isOwn(1) && isOwn(4)) return 0;
  if ((opcode === 0xb9 || (opcode === 0xc7 && modrm === 0xc1)) && isOwn(1)) return immediate ?? "computed";
  if (opcode === 0x59 && isOwn(1)) return pushed ?? "computed";
  const toRegister = [0x03, 0x0b, 0x13, 0x1b, 0x23, 0x2b, 0x33, 0x63, 0x69, 0x6b, 0x8a, 0x8b, 0x8d].includes(opcode);
  const toRegisterLong =
    opcode >= 0x0f40 && (opcode <= 0x0f4f || [0x0faf, 0x0fb6, 0x0fb7, 0x0fbe, 0x0fbf].includes(opcode));
  if ((toRegister || toRegisterLong) && (modrm & 0x38) === 0x08 && isOwn(4)) return "computed";
  const toOperand = [0x01, 0x09, 0x11, 0x19, 0x21, 0x29, 0x31, 0x81, 0x83, 0x87, 0x88, 0x89, 0xc1, 0xd1, 0xd3, 0xf7];
  if ((toOperand.includes(opcode) || opcode === 0xff) && (modrm & 0xc7) === 0xc1 && isOwn(1)) return "computed";
  return opcode === 0x91 ? "computed" : undefined;
}
