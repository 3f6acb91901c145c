import type { DebuggerSession } from "../../formats/windbg/DebuggerSession.ts";
import { bytesBetween, formatAddress, type Address } from "../../formats/windbg/Address.ts";
import { describeHits } from "../../formats/windbg/code/describeHit.ts";
import { findModule } from "../../formats/windbg/code/findModule.ts";
import type { TagSite } from "../../formats/windbg/code/TagSite.ts";
import type { Module } from "../../formats/windbg/code/Module.ts";

/** A place in a module that holds a tag, and what it is. */
export interface ModuleTagSite {
  tag: string;
  address: Address;
  /** `myfault+0x162f`, or the address where no listed module holds it */
  place: string;
  /** undefined where no listed module holds the address */
  module: Module | undefined;
  site: TagSite;
  line: number;
}

/**
 * What each hit of a tag search is: an allocation, a free, letters of a text; and whose code it stands in. Code that allocates under the
 * tag is what makes a module a candidate; letters alone do not.
 *
 * @param tag only hits of this tag; all unless said
 */
export function tagSites(
  session: Pick<DebuggerSession, "searchHits" | "instructions" | "memory" | "modules">,
  tag?: string,
): ModuleTagSite[] {
  const hits = session.searchHits.filter(({ text }) => tag === undefined || text.padEnd(4) === tag.padEnd(4));
  const sites = describeHits(hits, session);
  return hits.map(({ text, address, line }, at) => {
    const module = findModule(session.modules, address);
    return { tag: text.padEnd(4), address, place: placeOf(address, session.modules), module, site: sites[at]!, line };
  });
}

/** An address as a person says it: module and offset where a listed module holds it, else the address. */
export function placeOf(address: Address, modules: readonly Module[]): string {
  const module = findModule(modules, address);
  return module ? `${module.name}+0x${bytesBetween(module.start, address).toString(16)}` : formatAddress(address);
}

/** The file of a module: `myfault.sys`; by its name where the listing has no details. */
export function fileOfModule({ name, imageName }: Pick<Module, "name" | "imageName">): string {
  if (imageName !== undefined && imageName !== "") return imageName;
  return name === "nt" ? "ntoskrnl.exe" : /\.\w+$/.test(name) ? name : `${name}.sys`;
}
