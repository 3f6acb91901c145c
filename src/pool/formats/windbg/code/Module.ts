import type { Address } from "../Address.ts";

/** A loaded module, of `lm`, `lm a`, `lmvm`, `lmDvm`. */
export interface Module {
  /** as the debugger names it: `myfault`, `nt` */
  name: string;
  start: Address;
  /** the first address behind it */
  end: Address;
  /** `deferred`, `pdb symbols`, `no symbols`, … as printed */
  symbols: string;
  isUnloaded: boolean;
  /** where the symbols came from, behind their state; absent where not printed */
  symbolFile?: string;
  /** the details of `lmvm`; undefined where not printed */
  imagePath: string | undefined;
  imageName: string | undefined;
  /** link time as printed */
  timestamp: string | undefined;
  fileVersion: string | undefined;
  company: string | undefined;
  description: string | undefined;
  /** the image's checksum as 8 hexadecimal digits; absent where not printed */
  checksum?: string;
  line: number;
}
