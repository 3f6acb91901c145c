import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";

/** A tag of Windows' own with the driver that allocates under it. */
export interface OwnedTag {
  tag: string;
  pool: Pool;
  driver: string;
}

const owned = (pool: Pool, driver: string, ...tags: readonly string[]): OwnedTag[] =>
  tags.map((tag) => ({ tag, pool, driver }));

/** Tags of Windows that have leaked or do leak when something goes wrong: published cases are NDnd, NtFC, FMfn, VadS, Strg. */
export const LEAKING_WINDOWS_TAGS: readonly OwnedTag[] = [
  ...owned("nonpaged", "ndis.sys", "NDnd", "NDam"),
  ...owned("nonpaged", "afd.sys", "AfdB", "AfdE"),
  ...owned("nonpaged", "tcpip.sys", "TcpE"),
  ...owned("nonpaged", "ntfs.sys", "Ntfx"),
  ...owned("nonpaged", "fltmgr.sys", "FMsl"),
  ...owned("nonpaged", "ntoskrnl.exe", "VadS", "EtwR"),
  ...owned("paged", "ntfs.sys", "NtFs", "NtfC"),
  ...owned("paged", "fltmgr.sys", "FMfn"),
  ...owned("paged", "npfs.sys", "NpFr"),
  ...owned("paged", "ntoskrnl.exe", "IoNm", "SeAt"),
];

/** Tags that fill with what is cached. */
export const CACHE_TAGS: readonly OwnedTag[] = [
  ...owned("nonpaged", "ntoskrnl.exe", "MmCa"),
  ...owned("nonpaged", "ntfs.sys", "NtxF", "Ntfx"),
  ...owned("paged", "ntoskrnl.exe", "MmSt", "CM16"),
  ...owned("paged", "ntfs.sys", "Ntff", "NtfF"),
  ...owned("paged", "fltmgr.sys", "FMfn"),
];

/** Tags that may hold much for good. */
export const HUGE_TAGS: readonly OwnedTag[] = [
  ...owned("nonpaged", "ntoskrnl.exe", "EtwB", "MmCm"),
  ...owned("nonpaged", "ndis.sys", "NDpp"),
  ...owned("paged", "ntoskrnl.exe", "MmRe", "CM25"),
];

/** Default and library tags: whoever allocates without a tag of its own, or lets a library allocate, stands under them. */
export const SHARED_TAGS: readonly OwnedTag[] = [
  ...owned("nonpaged", "several", "Ddk ", "Wdm ", "None"),
  ...owned("nonpaged", "ntoskrnl.exe", "Io  ", "Mdl ", "Irp ", "IoWI"),
  ...owned("paged", "ntoskrnl.exe", "Strg", "Io  ", "RtlB"),
];

/** An object type as pool shows it: its own tag and what each object brings along. */
export interface ObjectType {
  tag: string;
  pool: Pool;
  blockBytes: number;
  companions: readonly { tag: string; pool: Pool; blockBytes: number }[];
}

export const OBJECT_TYPES: readonly ObjectType[] = [
  { tag: "File", pool: "nonpaged", blockBytes: 416, companions: [{ tag: "IoNm", pool: "paged", blockBytes: 160 }] },
  { tag: "Even", pool: "nonpaged", blockBytes: 128, companions: [] },
  { tag: "Thre", pool: "nonpaged", blockBytes: 2416, companions: [] },
  { tag: "Sema", pool: "nonpaged", blockBytes: 128, companions: [] },
  { tag: "Muta", pool: "nonpaged", blockBytes: 112, companions: [] },
  { tag: "Time", pool: "nonpaged", blockBytes: 256, companions: [] },
  { tag: "EtwR", pool: "nonpaged", blockBytes: 224, companions: [] },
  {
    tag: "Proc",
    pool: "nonpaged",
    blockBytes: 1536,
    companions: [
      { tag: "Toke", pool: "paged", blockBytes: 1568 },
      { tag: "SeTd", pool: "paged", blockBytes: 400 },
    ],
  },
  {
    tag: "Toke",
    pool: "paged",
    blockBytes: 1984,
    companions: [
      { tag: "SeTd", pool: "paged", blockBytes: 640 },
      { tag: "SeAt", pool: "paged", blockBytes: 112 },
    ],
  },
  { tag: "Key ", pool: "paged", blockBytes: 272, companions: [] },
  { tag: "Sect", pool: "paged", blockBytes: 176, companions: [{ tag: "MmCa", pool: "nonpaged", blockBytes: 464 }] },
];
