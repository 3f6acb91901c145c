import type { PoolBlock, PoolPage } from "./PoolBlock.ts";

/**
 * Prints a page as `!pool ADDRESS` does: a row per block, below the one that was asked for its tag and what that means. Blocks that have no
 * header (`previousBytes` undefined) are large allocations of their own. Lines are joined by line feeds.
 */
export function printPool({ address, region, blocks, description, failure }: PoolPage): string {
  const lines = [`Pool page ${address} region is ${region}`];
  if (failure !== undefined) lines.push(failure);
  for (const block of blocks) {
    lines.push(block.previousBytes === undefined ? largeRow(block) : smallRow(block));
    if (!block.isAsked) continue;
    lines.push(
      `\t\t${description === undefined ? "Owning component : Unknown (update pooltag.txt)" : `Pooltag ${block.tag} : ${description}`}`,
    );
  }
  return lines.join("\n");
}

const mark = (isAsked: boolean) => (isAsked ? "*" : " ");

function largeRow({ address, bytes, tag, isAsked }: PoolBlock): string {
  return `${mark(isAsked)}${address} : large page allocation, tag is ${tag}, size is 0x${bytes.toString(16)} bytes`;
}

function smallRow({ address, bytes, previousBytes = 0, state, tag, isProtected, isAsked, process }: PoolBlock): string {
  const sizes = `size: ${hex(bytes, 4)} previous size: ${hex(previousBytes, 4)}`;
  const words = `${state === "free" ? "(Free)     " : "(Allocated)"} ${mark(isAsked)}${tag}`;
  const charged = process === undefined ? "" : ` Process: ${process}`;
  return `${mark(isAsked)}${address} ${sizes}  ${words}${isProtected ? " (Protected)" : ""}${charged}`;
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width);
}
