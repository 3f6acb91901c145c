import { describe, expect, it } from "vitest";
import { windowsTags } from "../../../../../src/pool/simulator/tags/windowsTags.ts";
import { findKnownTag } from "../../../../../src/pool/formats/tags/knownTags.ts";
import { FAMILY_NAMES } from "../../../../../src/pool/simulator/cases/CaseFamily.ts";
import { FAMILIES } from "../../../../../src/pool/simulator/cases/families.ts";
import { pickFamily } from "../../../../../src/pool/simulator/cases/pickFamily.ts";
import { THIRD_PARTIES } from "../../../../../src/pool/simulator/cases/thirdParties.ts";
import * as owners from "../../../../../src/pool/simulator/cases/windowsOwners.ts";

const countFamilies = (from: number, until: number) => {
  const counts = new Map<string, number>();
  for (let seed = from; seed <= until; seed += 1) {
    const { name } = pickFamily(seed);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
};

describe("the families", () => {
  it("are all there, each once", () => {
    expect(FAMILIES.map(({ name }) => name).toSorted()).toEqual([...FAMILY_NAMES].toSorted());
  });

  it.each([
    [1, 1000],
    [501, 1500],
  ])("occur at least forty times each in the seeds from %i to %i", (from, until) => {
    const counts = countFamilies(from, until);
    for (const name of FAMILY_NAMES) expect(counts.get(name), name).toBeGreaterThanOrEqual(40);
  });

  it("bound every number by a range that is one", () => {
    const check = (part: unknown, path: string): void => {
      if (typeof part !== "object" || part === null) return;
      if ("spread" in part && "min" in part && "max" in part) {
        const { spread, min, max } = part as { spread: string; min: number; max: number };
        expect(min <= max && (spread === "evenly" || min > 0), path).toBe(true);
      }
      for (const [name, inner] of Object.entries(part)) check(inner, `${path}.${name}`);
    };
    for (const { name, ranges } of FAMILIES) check(ranges, name);
  });
});

describe("the tags of cases", () => {
  it("are nobody else's where a third party uses them: four characters, on no list, each of one driver", () => {
    const tags = THIRD_PARTIES.flatMap((party) => party.tags);
    expect(new Set(tags).size).toBe(tags.length);
    expect(new Set(THIRD_PARTIES.map(({ driver }) => driver)).size).toBe(THIRD_PARTIES.length);
    const windows = new Set(windowsTags.flatMap(({ sites }) => sites.map(({ tag }) => tag)));
    for (const tag of tags) {
      expect(tag).toMatch(/^[A-Za-z][A-Za-z0-9]{3}$/);
      expect(windows.has(tag), tag).toBe(false);
      expect(findKnownTag(tag), tag).toBeUndefined();
    }
  });

  it("are Windows' own where they are said to be, in the pool and of the driver that the tag tables give", () => {
    const table = windowsTags.flatMap(({ sites }) => sites);
    for (const { tag, pool, driver } of [...owners.LEAKING_WINDOWS_TAGS, ...owners.CACHE_TAGS, ...owners.HUGE_TAGS]) {
      const own = table.find((site) => site.tag === tag && site.pool === pool);
      expect(own, `${tag} ${pool}`).toMatchObject({ driver });
    }
    for (const { tag, pool, companions } of owners.OBJECT_TYPES)
      for (const each of [{ tag, pool }, ...companions])
        expect(
          table.some((site) => site.tag === each.tag && site.pool === each.pool),
          `${each.tag} ${each.pool}`,
        ).toBe(true);
  });
});
