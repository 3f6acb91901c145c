import { ADVICE } from "../tagAdvice.ts";
import type { KnownTag, TagKind } from "../KnownTag.ts";

/** A row of a group: tag, pool (N, P, both or not known), component, what it holds, and where it differs from its group. */
export type TagLine = readonly [
  tag: string,
  pool: "N" | "P" | "NP" | "",
  component: string,
  holds: string,
  own?: { kind?: TagKind; advice?: string; source?: string | undefined },
];

const POOLS = { N: "nonpaged", P: "paged", NP: "both", "": undefined } as const;

/** Makes a group's records from its rows. */
export function describeTags(kind: TagKind, source: string, lines: readonly TagLine[]): KnownTag[] {
  return lines.map(([tag, pool, component, holds, own]) => ({
    tag,
    pool: POOLS[pool],
    component: component === "" ? undefined : component,
    holds,
    kind: own?.kind ?? kind,
    advice: own?.advice ?? ADVICE[own?.kind ?? kind],
    // A row may say that it has no source, which is not the same as saying nothing.
    source: own && "source" in own ? own.source : source,
  }));
}

/** A published session of the debugger on Windows 11, whose !poolused describes these tags. */
export const POOLUSED_SESSION = "https://gh.nickkuo.dev/blog/20241114-0x0-acpwdfworkitem-leak";

/** Microsoft's own list of tags, as published with the resource kit; its descriptions are not repeated here. */
export const POOLTAG_TXT =
  "https://github.com/kodybrown/rktools2k3/blob/ae582257815b683832dfc36ebe6a275252fcc8d4/pooltag.txt";
