import { kindOfTag } from "../../formats/tags/knownTags.ts";
import { tagSites, fileOfModule } from "../code/tagSites.ts";
import { tagToDriver, type DriverCandidate } from "../snapshots/tagToDriver.ts";
import { hasOwner } from "../verdict/tagEvidence.ts";
import type { CallSite } from "./Finding.ts";
import type { CaseFiles } from "./gatherCase.ts";

const ORDER = { strong: 0, medium: 1, weak: 2 };

/** The drivers that may be behind a tag, by lists, searches, code and stacks, the best first; each file once for each kind of evidence. */
export function findCandidates(tag: string, files: CaseFiles, sites: readonly CallSite[]): DriverCandidate[] {
  const { snapshots, findstr, pooltag } = files;
  const found = [
    ...bySites(tag, sites),
    ...byLetters(tag, files),
    ...tagToDriver(tag, { snapshots, findstr, ...(pooltag && { pooltag }) }),
  ];
  const seen = new Set<string>();
  return found
    .filter(({ driver, evidence }) => {
      const key = `${evidence} ${driver.toLowerCase()}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .sort((a, b) => ORDER[a.worth] - ORDER[b.worth]);
}

/** Which driver the candidates name, where they agree; a tag that many share names nobody but by its stacks. */
export function nameDriver(tag: string, candidates: readonly DriverCandidate[]): string | undefined {
  const stacks = candidates.filter(({ evidence, worth }) => isStack(evidence) && worth === "strong");
  const strong = stacks.length > 0 ? stacks : candidates.filter(({ worth }) => worth === "strong");
  if (stacks.length === 0 && !hasOwner(kindOfTag(tag))) return undefined;
  const names = new Set(strong.map(({ driver }) => driver.toLowerCase()));
  return names.size === 1 ? strong[0]!.driver : undefined;
}

function isStack(evidence: DriverCandidate["evidence"]): boolean {
  return evidence === "Driver Verifier" || evidence === "PoolHitTag" || evidence === "trace";
}

function bySites(tag: string, sites: readonly CallSite[]): DriverCandidate[] {
  const inCode = new Set(sites.flatMap(({ evidence, driver }) => (evidence === "tag search" ? (driver ?? []) : [])));
  return sites.flatMap(({ driver, evidence, says, place, line }): DriverCandidate[] => {
    if (driver === undefined) return [];
    const isSure = evidence !== "tag search" || inCode.size === 1;
    return [{ tag, driver, worth: isSure ? "strong" : "medium", evidence, says: `${place}: ${says}`, line }];
  });
}

/** Modules that hold the letters, but not in code that allocates. */
function byLetters(tag: string, { sessions }: CaseFiles): DriverCandidate[] {
  return sessions.flatMap(({ records }) =>
    tagSites(records, tag)
      .filter(({ site, module }) => module !== undefined && site.kind !== "allocate")
      .map(({ site, module, place, line }): DriverCandidate => ({
        tag,
        driver: fileOfModule(module!),
        worth: site.kind === "free" || site.kind === "stored" ? "medium" : "weak",
        evidence: "tag search",
        says: `${place}: ${site.reason}`,
        line,
      })),
  );
}
