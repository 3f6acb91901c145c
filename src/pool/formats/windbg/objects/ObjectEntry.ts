import type { Address } from "../Address.ts";

/** An object in a directory of the object manager: of `!object \BaseNamedObjects`, or of `handle -a`. */
export interface ObjectEntry {
  /** the directory: `\Sessions\1\BaseNamedObjects`; empty where not said */
  directory: string;
  /** without its directory */
  name: string;
  /** `Section`, `Event`, … */
  type: string;
  address: Address | undefined;
  /** who has it open, where a handle listing says it */
  process: string | undefined;
  processId: number | undefined;
  handle: number | undefined;
  line: number;
}
