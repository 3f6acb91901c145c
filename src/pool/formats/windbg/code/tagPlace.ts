/** Where an instruction puts the tag, by the bytes just before it. */
export type TagPlace =
  "third argument" | "second argument" | "stack" | "memory" | "pushed" | "compared" | "other register";

/**
 * Where the instruction whose constant is the tag puts it, by its bytes before the constant; undefined where they are no such
 * instruction's. x64 passes arguments in rcx, rdx, r8, r9; x86 pushes them, the last one first.
 */
export function tagPlace(before: Uint8Array, bits: 32 | 64): TagPlace | undefined {
  const byte = (back: number) => before[before.length - back] ?? -1;
  if (bits === 32 && byte(1) === 0x68) return "pushed";
  const place = storePlace(byte);
  if (place) return place;
  if (byte(1) === 0x3d || (byte(2) === 0x81 && (byte(1) & 0xf8) === 0xf8) || isCompare(byte)) return "compared";
  if (bits === 32) return undefined;
  const isHigh = byte(2) === 0x41;
  if (byte(1) === 0xb8 && isHigh) return "third argument";
  if (byte(1) === 0xba && !isHigh && (byte(2) & 0xf8) !== 0x48) return "second argument";
  return byte(1) >= 0xb8 && byte(1) <= 0xbf ? "other register" : undefined;
}

/** `c7 44 24 xx`, `c7 84 24 …`: onto the stack; `c7 40 xx`, `c7 05 …` and their kin: into a structure or a global. */
function storePlace(byte: (back: number) => number): "stack" | "memory" | undefined {
  if (byte(4) === 0xc7 && byte(3) === 0x44 && byte(2) === 0x24) return "stack";
  if (byte(7) === 0xc7 && byte(6) === 0x84 && byte(5) === 0x24) return "stack";
  const isNear = byte(3) === 0xc7 && (byte(2) & 0xf8) === 0x40 && byte(2) !== 0x44;
  const isFar = byte(6) === 0xc7 && (byte(5) === 0x05 || ((byte(5) & 0xf8) === 0x80 && byte(5) !== 0x84));
  const isBare = byte(2) === 0xc7 && byte(1) < 0x08 && byte(1) !== 4 && byte(1) !== 5;
  return isNear || isFar || isBare ? "memory" : undefined;
}

/** `81 78 04 …`: cmp dword ptr [rax+4],tag: a check, no call. */
function isCompare(byte: (back: number) => number): boolean {
  return byte(3) === 0x81 && (byte(2) & 0xf8) === 0x78;
}
