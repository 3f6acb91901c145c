import { describe, expect, test } from "vitest";
import { SolvedExercises } from "../../../../src/components/exercise/SolvedExercises.ts";
import { solvedCountText, solvedText } from "../../../../src/components/exercise/solvedText.ts";

/** Storage as a browser gives it, over a map. */
function storageOf(kept: Map<string, string>): Pick<Storage, "getItem" | "setItem"> {
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) };
}

describe("what was solved", () => {
  const solved = { at: Date.UTC(2026, 10, 27), version: "a1" };

  test("is remembered by page and exercise, over visits", () => {
    const kept = new Map<string, string>();
    new SolvedExercises(storageOf(kept), "/").add("lessons/perfmon", "utc", solved);
    const later = new SolvedExercises(storageOf(kept), "/");
    expect(later.of("lessons/perfmon", "utc")).toEqual(solved);
    expect(later.of("lessons/poolmon", "utc")).toBeUndefined();
    expect(later.of("lessons/perfmon", "toString")).toBeUndefined();
  });

  test("in two tabs is kept of both, and not shared with a site under another sub-path", () => {
    const kept = new Map<string, string>();
    const [one, other] = [new SolvedExercises(storageOf(kept), "/"), new SolvedExercises(storageOf(kept), "/")];
    one.add("p", "a", solved);
    other.add("p", "b", solved);
    const fresh = new SolvedExercises(storageOf(kept), "/");
    expect([fresh.of("p", "a"), fresh.of("p", "b")]).toEqual([solved, solved]);
    expect(new SolvedExercises(storageOf(kept), "/lab/").of("p", "a")).toBeUndefined();
  });

  test.each(["no JSON", "null", "[1]", '{"p/a":{"at":"now","version":1}}', '{"p/a":null}'])(
    "is nothing where %s is stored, and can be added to",
    (text) => {
      const kept = new Map([["pool-leak-lab:/:solved.1", text]]);
      const store = new SolvedExercises(storageOf(kept), "/");
      expect(store.of("p", "a")).toBeUndefined();
      store.add("p", "a", solved);
      expect(new SolvedExercises(storageOf(kept), "/").of("p", "a")).toEqual(solved);
    },
  );

  test.each([
    ["is not there", undefined],
    [
      "is denied",
      {
        getItem: () => {
          throw new DOMException("denied", "SecurityError");
        },
        setItem: () => {
          throw new DOMException("full", "QuotaExceededError");
        },
      },
    ],
  ])("is remembered while the page is open where storage %s", (_, storage) => {
    const store = new SolvedExercises(storage, "/");
    expect(store.of("p", "a")).toBeUndefined();
    store.add("p", "a", solved);
    expect(store.of("p", "a")).toEqual(solved);
  });

  test("is said with its day, with the year when it is another, and with its version when it is older", () => {
    expect(solvedText(solved, "a1", solved.at)).toBe("solved on 27 Nov");
    expect(solvedText(solved, "a1", Date.UTC(2027, 5, 1))).toBe("solved on 27 Nov 2026");
    expect(solvedText(solved, "b2", solved.at)).toBe("solved on 27 Nov, in an earlier version");
  });

  test("is counted in words", () => {
    expect([0, 2, 5].map((count) => solvedCountText(count, 5))).toEqual([
      "None is solved in this browser yet.",
      "2 of 5 solved in this browser.",
      "All 5 are solved in this browser.",
    ]);
  });
});
