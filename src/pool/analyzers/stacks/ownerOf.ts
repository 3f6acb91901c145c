import { moduleOfFrame, ownerFrame } from "../code/ownerFrame.ts";

/** The frame whose code owns what the stack allocates, as it stands in the list; undefined where no frame has a name. */
export function ownerOf(frames: readonly string[]): string | undefined {
  return ownerFrame(frames.map((symbol) => ({ symbol, module: moduleOfFrame(symbol) })))?.symbol;
}
