import type { Address } from "../Address.ts";

/** One line of `s -a`, or of `s -b`: a place in memory that holds what was searched. */
export interface SearchHit {
  /** the text searched, where the command says it; else the first four characters found */
  text: string;
  address: Address;
  /** the sixteen bytes printed, the found ones first; none where only addresses were asked for (`s -[1]a`) */
  bytes: Uint8Array;
  line: number;
}
