import type { Pool } from "../poolmon/PoolSnapshot.ts";

/**
 * What kind of thing a tag's blocks are, which decides what its growth means:
 * `object` kernel objects that handles and references hold; `cache` memory that is given back under pressure;
 * `generic` shared by many callers; `trace` event tracing; `filesystem`, `network`, `storage` and `driver` parts of
 * those stacks; `registry`; `security`; `session` windows and graphics; `verifier`; `executive` other kernel parts.
 */
export type TagKind =
  | "object"
  | "cache"
  | "generic"
  | "trace"
  | "filesystem"
  | "network"
  | "storage"
  | "registry"
  | "security"
  | "session"
  | "verifier"
  | "executive"
  | "driver";

/** A tag that an investigator of a Windows server meets often. */
export interface KnownTag {
  /** four characters; `?` stands for any one character */
  tag: string;
  /** where its blocks are; `both` for either pool, undefined where the sources do not say */
  pool: Pool | "both" | undefined;
  /** the component that allocates: `ntfs.sys`, `nt!io`; undefined where it can be any */
  component: string | undefined;
  /** what its blocks hold */
  holds: string;
  /** which decides what its growth means */
  kind: TagKind;
  /** what to do when it grows */
  advice: string;
  /** where it is documented; undefined where nothing but the debugger's own output and published logs names it */
  source: string | undefined;
}
