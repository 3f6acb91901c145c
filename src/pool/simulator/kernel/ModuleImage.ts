import { addToAddress, bytesBetween, type Address } from "../../formats/windbg/Address.ts";
import { hashNames, noiseAt } from "../Random.ts";

/** An instruction before it has an address: some hold a distance to something else, which depends on where they stand. */
export interface InstructionPlan {
  length: number;
  encode(at: Address, image: ModuleImage): EncodedInstruction;
}

export interface EncodedInstruction {
  bytes: readonly number[];
  mnemonic: string;
  operands: string;
}

/** A loaded driver, as far as a debugger's session looks into it. */
export interface ModuleImage {
  /** as the debugger names it: `myfault`, `nt` */
  name: string;
  /** `\SystemRoot\system32\drivers\myfault.sys` */
  path: string;
  base: Address;
  sizeBytes: number;
  /** when it was linked, as `lmvm` prints it */
  timestamp: string;
  fileVersion: string;
  company: string;
  description: string;
  /** offsets of the functions that stacks show, for modules whose symbols are public; absent without symbols */
  functions?: Readonly<Record<string, number>>;
  /** stretches of code that a session looks at */
  code: readonly { offset: number; instructions: readonly InstructionPlan[] }[];
  /** texts in the data of the image, each ended by a zero */
  texts: readonly { offset: number; text: string }[];
}

/** An instruction at its place. */
export interface PlacedInstruction extends EncodedInstruction {
  offset: number;
  address: Address;
}

/** All instructions of an image, in the order of their addresses. */
export function placeInstructions(image: ModuleImage): PlacedInstruction[] {
  const placed: PlacedInstruction[] = [];
  for (const { offset, instructions } of image.code) {
    let at = offset;
    for (const instruction of instructions) {
      const address = addToAddress(image.base, at);
      placed.push({ offset: at, address, ...instruction.encode(address, image) });
      at += instruction.length;
    }
  }
  return placed.sort((a, b) => a.offset - b.offset);
}

/** What stands in the memory of an image from an offset on: the known code and texts, noise where nothing is known. */
export function readImage(image: ModuleImage, offset: number, count: number): Uint8Array {
  const hash = hashNames("image", image.name);
  const bytes = Uint8Array.from({ length: count }, (_, at) => Math.floor(noiseAt(hash, offset + at) * 256));
  const put = (from: number, known: readonly number[]) => {
    for (const [at, byte] of known.entries()) {
      const place = from + at - offset;
      if (place >= 0 && place < count) bytes[place] = byte;
    }
  };
  for (const { offset: from, text } of image.texts)
    put(
      from,
      [...text, "\0"].map((letter) => letter.charCodeAt(0)),
    );
  for (const { offset: from, bytes: known } of placeInstructions(image)) put(from, known);
  return bytes;
}

/** Every offset at which the image holds a text: in code as a constant, or in its data. */
export function findInImage(image: ModuleImage, text: string): number[] {
  const offsets = new Set<number>();
  const stretches = [
    ...image.texts.map((part) => ({ from: part.offset, length: part.text.length })),
    ...image.code.map((part) => ({
      from: part.offset,
      length: part.instructions.reduce((total, { length }) => total + length, 0),
    })),
  ];
  for (const { from, length } of stretches) {
    const letters = Array.from(readImage(image, from, length), (byte) => String.fromCharCode(byte)).join("");
    for (let at = letters.indexOf(text); at >= 0; at = letters.indexOf(text, at + 1)) offsets.add(from + at);
  }
  return [...offsets].sort((a, b) => a - b);
}

/** Whether an address lies in the image. */
export function isInImage(image: ModuleImage, address: Address): boolean {
  const offset = bytesBetween(image.base, address);
  return offset >= 0 && offset < image.sizeBytes;
}
