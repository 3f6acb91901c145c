import { decodeCodePage850 } from "./codePage850.ts";
import type { Encoding } from "./detectEncoding.ts";

/** Makes a function that decodes consecutive pieces; a letter cut in two between pieces is kept for the next one. */
export function textDecoder(name: Encoding["name"]): (bytes: Uint8Array, last: boolean) => string {
  if (name === "cp850") return decodeCodePage850;
  const decoder = new TextDecoder(name, { ignoreBOM: true });
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
}
