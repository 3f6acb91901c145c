import { moduleOfFrame } from "../code/ownerFrame.ts";
import { ownerOf } from "./ownerOf.ts";

/**
 * A call path in short: the frame that owns it and the frames of the same module below, `myfault+0x162f < myfault+0x17c4`. Undefined
 * where no frame has a name.
 */
export function callPath(frames: readonly string[]): string | undefined {
  const owner = ownerOf(frames);
  if (owner === undefined) return undefined;
  const module = moduleOfFrame(owner);
  const own = frames.slice(frames.indexOf(owner));
  const end = own.findIndex((frame) => moduleOfFrame(frame) !== module);
  return own.slice(0, end < 0 ? own.length : end).join(" < ");
}
