import { addToAddress, formatAddress, type Address } from "../../formats/windbg/Address.ts";
import type { Instruction } from "../../formats/windbg/code/Instruction.ts";
import type { MemoryRow } from "../../formats/windbg/code/MemoryRow.ts";
import type { Module } from "../../formats/windbg/code/Module.ts";
import type { SearchHit } from "../../formats/windbg/code/SearchHit.ts";
import { hashNames, noiseAt } from "../Random.ts";
import type { KernelImage } from "../kernel/KernelImage.ts";
import { findInImage, placeInstructions, readImage, type ModuleImage } from "../kernel/ModuleImage.ts";

/** What `!for_each_module s -a @#Base @#End "TEXT"` finds, module by module. */
export function searchModules({ modules }: Pick<KernelImage, "modules">, text: string): SearchHit[] {
  return modules.flatMap((image) =>
    findInImage(image, text).map((offset) => ({
      text,
      address: addToAddress(image.base, offset),
      bytes: readImage(image, offset, 16),
      line: 0,
    })),
  );
}

/** A row of `lm` or the details of `lmvm`. */
export function describeModule(image: ModuleImage, details: boolean): Module {
  const only = <Value>(value: Value) => (details ? value : undefined);
  return {
    name: image.name,
    start: image.base,
    end: addToAddress(image.base, image.sizeBytes),
    symbols: image.functions ? "pdb symbols" : details ? "no symbols" : "deferred",
    isUnloaded: false,
    imagePath: only(image.path),
    imageName: only(image.path.split("\\").at(-1)),
    timestamp: only(image.timestamp),
    fileVersion: only(image.fileVersion),
    company: only(image.company),
    description: only(image.description),
    ...(details ? { checksum: checksumOf(image) } : {}),
    line: 0,
  };
}

/** The sum that a linker writes is not far from the size of the file. */
function checksumOf({ name, sizeBytes }: ModuleImage): string {
  return (sizeBytes + Math.floor(noiseAt(hashNames("checksum", name), 1) * 0xb000))
    .toString(16)
    .toUpperCase()
    .padStart(8, "0");
}

/** So many instructions from an offset on, as `u` lists them: the label stands above the first. Throws where no code is known. */
export function disassemble(image: ModuleImage, offset: number, count: number): Instruction[] {
  const placed = placeInstructions(image);
  const first = placed.findIndex((instruction) => instruction.offset === offset);
  if (first < 0) throw new Error(`No instruction of ${image.name} begins at 0x${offset.toString(16)}.`);
  return placed.slice(first, first + count).map(({ address, bytes, mnemonic, operands }, at) => ({
    address,
    symbol: at === 0 ? `${image.name}+0x${offset.toString(16)}` : undefined,
    bytes: Uint8Array.from(bytes),
    mnemonic,
    operands,
    line: 0,
  }));
}

/** The tag as `dc` shows it after its last letter was changed in the code. */
export function patchedTag(image: ModuleImage, offset: number, digit: string): MemoryRow {
  const bytes = readImage(image, offset, 4);
  bytes[3] = digit.charCodeAt(0);
  return { command: "dc", symbol: undefined, address: addToAddress(image.base, offset), bytes, line: 0 };
}

/** The address with its back-tick, as one types it. */
export function typed(address: Address): string {
  return formatAddress(address);
}
