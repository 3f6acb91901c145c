import { parseAddress, type Address } from "../../formats/windbg/Address.ts";
import { hashNames, noiseAt } from "../Random.ts";
import type { KernelImage } from "./KernelImage.ts";

/** Where a kernel object lies: a thread, a device, a file. The same thing of the same machine always at the same place. */
export function objectAddress({ objects }: KernelImage, seed: string, kind: string, which: string | number): Address {
  const place = Math.floor(noiseAt(hashNames("object", seed, kind), hashNames(which)) * 0x1f000);
  // Its body begins behind the pool header and the object's own one, on a multiple of 16.
  const address = BigInt(`0x${objects}`) + BigInt(place * 16 + 0x60);
  return parseAddress(address.toString(16).padStart(16, "0"))!;
}
