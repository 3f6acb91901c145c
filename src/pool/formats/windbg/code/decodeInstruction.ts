/** One instruction, as far as finding the arguments of a call needs it. */
export interface DecodedInstruction {
  /** all its bytes */
  length: number;
  /** one byte, or 0x0f00 and the second byte */
  opcode: number;
  /** the REX prefix's bits W R X B; 0 without one */
  rex: number;
  /** -1 where it has none */
  modrm: number;
  /** the constant at its end, unsigned; undefined where it has none of 1, 4 or 8 bytes */
  immediate: number | undefined;
}

const OPERAND_SIZE = 0x66;
const PREFIXES = new Set([OPERAND_SIZE, 0xf0, 0xf2, 0xf3, 0x2e, 0x36, 0x3e, 0x26, 0x64, 0x65]);

/**
 * Decodes the common instructions of x86 (32 bits) and x64 (64): enough to walk from one to the next up to a call. Undefined where the bytes
 * end within it, and for what it does not know: the caller stops there, and does not guess.
 *
 * Source: the opcode maps of Intel's manual, volume 2, appendix A (https://www.intel.com/sdm)
 */
export function decodeInstruction(bytes: Uint8Array, start: number, bits: 32 | 64): DecodedInstruction | undefined {
  let at = start;
  let isShort = false;
  for (let prefixes = 0; prefixes < 4 && PREFIXES.has(bytes[at] ?? 0); prefixes++)
    isShort = bytes[at++] === OPERAND_SIZE || isShort;
  let rex = 0;
  if (bits === 64 && ((bytes[at] ?? 0) & 0xf0) === 0x40) rex = bytes[at++]! & 0x0f;
  let opcode = bytes[at++];
  if (opcode === 0x0f) opcode = 0x0f00 | (bytes[at++] ?? 0);
  if (opcode === undefined) return undefined;
  let modrm = -1;
  if (hasModrm(opcode)) {
    modrm = bytes[at++] ?? -1;
    if (modrm < 0) return undefined;
    at += addressBytes(modrm, bytes[at] ?? 0);
  }
  const size = immediateBytes(opcode, modrm, rex, isShort, bits);
  if (size === undefined || at + size > bytes.length) return undefined;
  const immediate = size === 1 || size === 4 || size === 8 ? littleEndian(bytes, at, Math.min(size, 4)) : undefined;
  return { length: at + size - start, opcode, rex, modrm, immediate };
}

/** What follows the ModRM byte: a SIB byte and a distance of 0, 1 or 4 bytes. */
function addressBytes(modrm: number, sib: number): number {
  const [mode, register] = [modrm >> 6, modrm & 7];
  if (mode === 3) return 0;
  const hasSib = register === 4;
  const isDirect = mode === 0 && (register === 5 || (hasSib && (sib & 7) === 5));
  return Number(hasSib) + (mode === 1 ? 1 : mode === 2 || isDirect ? 4 : 0);
}

function hasModrm(opcode: number): boolean {
  if (opcode >= 0x0f00) {
    const second = opcode & 0xff;
    return (second & 0xf0) !== 0x80 && ![0x05, 0x07, 0x0b, 0x30, 0x31, 0x32, 0xa2].includes(second);
  }
  if (opcode < 0x40) return (opcode & 7) < 4;
  return (
    (opcode >= 0x84 && opcode <= 0x8f) ||
    [0x63, 0x69, 0x6b, 0x80, 0x81, 0x83, 0xc0, 0xc1, 0xc6, 0xc7, 0xf6, 0xf7, 0xfe, 0xff].includes(opcode) ||
    (opcode >= 0xd0 && opcode <= 0xd3)
  );
}

/** How many bytes of a constant or of a distance end the instruction; undefined for opcodes that are not known here. */
function immediateBytes(
  opcode: number,
  modrm: number,
  rex: number,
  isShort: boolean,
  bits: 32 | 64,
): number | undefined {
  const full = isShort ? 2 : 4;
  if (opcode >= 0x0f00) {
    const second = opcode & 0xff;
    if ((second & 0xf0) === 0x80) return 4;
    if (second === 0x38 || second === 0x3a) return undefined;
    return [0x70, 0x71, 0x72, 0x73, 0xa4, 0xac, 0xba, 0xc2, 0xc6].includes(second) ? 1 : 0;
  }
  if (opcode < 0x40) return (opcode & 7) === 4 ? 1 : (opcode & 7) === 5 ? full : (opcode & 7) < 4 ? 0 : undefined;
  if (opcode < 0x50) return bits === 32 ? 0 : undefined;
  if (opcode < 0x60 || opcode === 0x63) return 0;
  if (opcode >= 0xb8 && opcode <= 0xbf) return (rex & 8) !== 0 ? 8 : full;
  if ((opcode >= 0x70 && opcode < 0x80) || (opcode >= 0xb0 && opcode < 0xb8)) return 1;
  if ([0x68, 0x69, 0x81, 0xa9, 0xc7].includes(opcode)) return full;
  if ([0xe8, 0xe9].includes(opcode)) return 4;
  if ([0x6a, 0x6b, 0x80, 0x83, 0xa8, 0xc0, 0xc1, 0xc6, 0xcd, 0xeb].includes(opcode)) return 1;
  if (opcode === 0xc2) return 2;
  if (opcode === 0xf6 || opcode === 0xf7) return (modrm & 0x38) < 0x10 ? (opcode === 0xf6 ? 1 : full) : 0;
  const isPlain =
    (opcode >= 0x84 && opcode <= 0x99) ||
    (opcode >= 0xd0 && opcode <= 0xd3) ||
    [0xc3, 0xc9, 0xcc, 0xfe, 0xff].includes(opcode);
  return isPlain ? 0 : undefined;
}

function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let index = count - 1; index >= 0; index--) value = value * 256 + bytes[at + index]!;
  return value;
}
