import { describe, expect, test, vi } from "vitest";
import { emptyPage } from "../../../../src/components/progress/Progress.ts";
import { ProgressStore, type ProgressStorage } from "../../../../src/components/progress/ProgressStore.ts";

/** Storage as a browser gives it, over a map. */
function storageOf(kept: Map<string, string>): ProgressStorage {
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}

const key = "pool-leak-lab:/:progress.1";
const solved = { at: 5, version: "a1" };

describe("what was done", () => {
  test("is remembered by page, over visits", () => {
    const kept = new Map<string, string>();
    const store = new ProgressStore(storageOf(kept), "/");
    store.ran("lessons/perfmon", "slope", 1);
    store.ran("lessons/perfmon", "slope", 9);
    store.solved("lessons/perfmon", "utc", solved);
    store.answered("lessons/perfmon", "q", { at: 2, choice: "ab12", isRight: true });
    store.read("lessons/perfmon", 3);
    const later = new ProgressStore(storageOf(kept), "/");
    expect(later.of("lessons/perfmon")).toEqual({
      read: 3,
      cells: { slope: 1 },
      exercises: { utc: solved },
      questions: { q: { at: 2, choice: "ab12", isRight: true } },
    });
    expect(later.of("toString")).toEqual(emptyPage());
    expect(new ProgressStore(storageOf(kept), "/lab/").all).toEqual({});
  });

  test("in two tabs is kept of both, and each is told of the other's", () => {
    const kept = new Map<string, string>();
    const [one, other] = [new ProgressStore(storageOf(kept), "/"), new ProgressStore(storageOf(kept), "/")];
    const told = vi.fn();
    other.subscribe(told);
    one.solved("p", "a", solved);
    other.solved("p", "b", solved);
    one.unread("p");
    expect(Object.keys(one.of("p").exercises)).toEqual(["a", "b"]);
    expect(told).toHaveBeenCalledTimes(1);
    expect([key, null, "another"].map((each) => other.isKey(each))).toEqual([true, true, false]);
    // What one forgets the other does not bring back.
    one.forget();
    other.ran("p", "c", 1);
    expect(one.of("p")).toEqual({ ...emptyPage(), cells: { c: 1 } });
  });

  test("can be taken back: a reading, and answers", () => {
    const store = new ProgressStore(storageOf(new Map()), "/");
    store.read("p", 1);
    for (const id of ["a", "b"]) store.answered("p", id, { at: 1, choice: "x", isRight: false });
    store.unread("p");
    store.forgetAnswers("p", ["a", "nothing"]);
    expect(store.of("p")).toEqual({ ...emptyPage(), questions: { b: { at: 1, choice: "x", isRight: false } } });
  });

  test.each(["no JSON", "null", "[1]", '{"version":2,"pages":{"p":{"read":1}}}', '{"version":1,"pages":[{"read":1}]}'])(
    "is nothing where %s is stored, and can be added to",
    (text) => {
      const kept = new Map([[key, text]]);
      const store = new ProgressStore(storageOf(kept), "/");
      expect(store.all).toEqual({});
      store.solved("p", "a", solved);
      expect(new ProgressStore(storageOf(kept), "/").of("p").exercises).toEqual({ a: solved });
    },
  );

  test("that an earlier version of the site kept is taken over", () => {
    const former = "pool-leak-lab:/:solved.1";
    const kept = new Map([
      [former, JSON.stringify({ "lessons/perfmon/utc": solved, "p/odd": { at: "x" }, utc: solved })],
    ]);
    const store = new ProgressStore(storageOf(kept), "/");
    expect(store.all).toEqual({ "lessons/perfmon": { ...emptyPage(), exercises: { utc: solved } } });
    store.ran("lessons/perfmon", "slope", 1);
    expect([...kept.keys()]).toEqual([key]);
    expect(store.of("lessons/perfmon").exercises).toEqual({ utc: solved });
    kept.set(former, "no JSON");
    expect(new ProgressStore(storageOf(kept), "/").of("lessons/perfmon").exercises).toEqual({ utc: solved });
  });
});

describe("where the browser keeps nothing", () => {
  const throws = (name: string) => () => {
    throw new DOMException("no", name);
  };
  test.each<[string, ProgressStorage | undefined, string]>([
    ["has none", undefined, "denied"],
    [
      "denies it",
      { getItem: throws("SecurityError"), setItem: throws("SecurityError"), removeItem: throws("SecurityError") },
      "denied",
    ],
    ["is full", { getItem: () => null, setItem: throws("QuotaExceededError"), removeItem: () => undefined }, "full"],
  ])("because it %s, it is remembered as long as the page is open, and said", (_, storage, why) => {
    const store = new ProgressStore(storage, "/");
    store.solved("p", "a", solved);
    store.solved("p", "b", solved);
    expect(Object.keys(store.of("p").exercises)).toEqual(["a", "b"]);
    expect(store.notKept).toBe(why);
    store.forget();
    expect(store.all).toEqual({});
  });
});
