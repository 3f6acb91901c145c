import { addToAddress, type Address } from "../Address.ts";
import { nameBucket } from "./nameBucket.ts";
import type { ObjectEntry } from "./ObjectEntry.ts";

/** A directory of the object manager, as `!object` heads its listing. */
export interface ObjectDirectory {
  /** `\Sessions\1\BaseNamedObjects` */
  path: string;
  address: Address;
  /** of the type object Directory */
  typeAddress: Address;
  /** of the directory in which it lies */
  parentAddress: Address;
  handleCount: number;
  pointerCount: number;
}

/**
 * Prints a directory with what lies in it as `!object` does, lines ended by LF. The rows come in the order of the directory's
 * hash table, in which `readObjects` reads them back.
 *
 * Layout: https://learn.microsoft.com/en-us/windows-hardware/drivers/debuggercmds/-object
 */
export function printObjectDirectory(directory: ObjectDirectory, entries: readonly ObjectEntry[]): string {
  const { address, path } = directory;
  const isX64 = address.length > 8;
  // The object's header lies right before its body; Windows 7 and x64 call it the new version.
  const header = addToAddress(address, isX64 ? -0x30 : -0x18);
  const typeWidth = isX64 ? 14 : 26;
  const row = (hash: string, place: string, type: string, name: string) =>
    `    ${hash.padEnd(4)} ${place.padEnd(address.length)} ${type.padEnd(typeWidth)}${name}`;
  const byBucket = entries
    .map((entry) => ({ entry, bucket: nameBucket(entry.name) }))
    .toSorted((a, b) => a.bucket - b.bucket);
  const lines = [
    `Object: ${address}  Type: (${directory.typeAddress}) Directory`,
    `    ObjectHeader: ${header} (${isX64 ? "new" : "old"} version)`,
    `    HandleCount: ${String(directory.handleCount)}  PointerCount: ${String(directory.pointerCount)}`,
    `    Directory Object: ${directory.parentAddress}  Name: ${path === "\\" ? path : path.slice(path.lastIndexOf("\\") + 1)}`,
    "",
    row("Hash", "Address", "Type", "Name"),
    row("----", "-------", "----", "----"),
    ...byBucket.map(({ entry, bucket }, at) => {
      const isFirst = byBucket[at - 1]?.bucket !== bucket;
      const hash = isFirst ? ` ${String(bucket).padStart(2, "0")} ` : "";
      return row(hash, entry.address ?? "0".repeat(address.length), entry.type, entry.name);
    }),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** How `printHandles` writes. */
export interface HandleLayout {
  /** `search` (default) is what `handle NAME` finds, `list` what `handle -a` prints process by process */
  layout?: "search" | "list";
  /** the account of each process, by its name, which the list shows */
  users?: Record<string, string>;
}

const BANNER = [
  "",
  "Nthandle v5.0 - Handle viewer",
  "Copyright (C) 1997-2022 Mark Russinovich",
  "Sysinternals - www.sysinternals.com",
  "",
];
const RULE = "-".repeat(78);

/** Prints handles as Sysinternals' handle.exe does, lines ended by CR LF. */
export function printHandles(
  entries: readonly ObjectEntry[],
  { layout = "search", users = {} }: HandleLayout = {},
): string {
  const lines = [...BANNER];
  let before = "";
  for (const entry of entries) {
    const { process = "", processId = 0, type } = entry;
    const handle = (entry.handle ?? 0).toString(16).toUpperCase();
    if (layout === "search") {
      const who = `${process.padEnd(18)} pid: ${String(processId).padEnd(6)}`;
      lines.push(`${who} type: ${type.padEnd(14)} ${handle.padStart(3)}: ${pathOf(entry)}`);
      continue;
    }
    const head = `${process} pid: ${String(processId)}`;
    const user = users[process];
    if (head !== before) lines.push(RULE, user === undefined ? head : `${head} ${user}`);
    before = head;
    lines.push(`${handle.padStart(5)}: ${type.padEnd(13)} ${pathOf(entry)}`);
  }
  return lines.map((line) => `${line}\r\n`).join("");
}

function pathOf({ directory, name }: ObjectEntry): string {
  return directory === "" || directory === "\\" ? `${directory}${name}` : `${directory}\\${name}`;
}
