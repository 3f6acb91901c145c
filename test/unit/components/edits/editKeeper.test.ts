import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EditKeeper } from "../../../../src/components/edits/EditKeeper.ts";
import type { EditStore, Kept } from "../../../../src/components/edits/EditStore.ts";
import {
  keyOf,
  readEdit,
  writeEdit,
  type CellAddress,
  type KeptEdit,
} from "../../../../src/components/edits/KeptEdit.ts";

/** The storage of a browser, as several tabs see it: a tab is told of what the others write. */
class SharedStorage {
  readonly texts = new Map<string, string>();
  readonly tabs: ((address: CellAddress) => void)[] = [];
  answer: Kept = "kept";
  tells = true;

  tab(): EditStore {
    const own: ((address: CellAddress) => void)[] = [];
    return {
      read: (address) => this.texts.get(keyOf("/", address)),
      write: (address, text) => {
        if (text === undefined) this.texts.delete(keyOf("/", address));
        else if (this.answer === "kept") this.texts.set(keyOf("/", address), text);
        else return this.answer;
        if (this.tells) for (const told of this.tabs) if (!own.includes(told)) told(address);
        return "kept";
      },
      list: () => [],
      subscribe: (listener) => {
        own.push(listener);
        this.tabs.push(listener);
      },
    };
  }
}

const edit = (text: string): KeptEdit => ({ text, lesson: "hash", time: 1 });

/** A tab with one cell that it was asked for. */
function openTab(storage: SharedStorage, takesOver = false) {
  const told: (string | undefined)[] = [];
  const tried: Kept[] = [];
  const risks: boolean[] = [];
  const keeper = new EditKeeper(storage.tab(), "lessons/a", {
    onElsewhere(_, theirs) {
      told.push(theirs?.text);
      return takesOver;
    },
    onTried: (_, kept) => tried.push(kept),
    onRisk: (isAtRisk) => risks.push(isAtRisk),
  });
  keeper.read("one");
  return { keeper, told, tried, risks };
}

let storage: SharedStorage;
beforeEach(() => {
  vi.useFakeTimers();
  storage = new SharedStorage();
});
afterEach(() => vi.useRealTimers());

const key = keyOf("/", { page: "lessons/a", cell: "one" });
const kept = () => readEdit(storage.texts.get(key))?.text;

describe("the keeper of edits", () => {
  test("keeps the newest text within 300 ms of the last change, and at once when asked", () => {
    const { keeper } = openTab(storage);
    keeper.change("one", edit("a"));
    vi.advanceTimersByTime(200);
    keeper.change("one", edit("ab"));
    vi.advanceTimersByTime(200);
    expect(kept()).toBe(undefined);
    vi.advanceTimersByTime(100);
    expect(kept()).toBe("ab");
    keeper.change("one", edit("abc"));
    keeper.flush();
    expect(kept()).toBe("abc");
    keeper.change("one", undefined);
    keeper.flush();
    expect(storage.texts.size).toBe(0);
  });

  test.each(["full", "denied"] as const)(
    "says that nothing was kept, is at risk until it is, and tries again (%s)",
    (why) => {
      const { keeper, tried, risks } = openTab(storage);
      storage.answer = why;
      keeper.change("one", edit("a"));
      keeper.flush();
      expect([tried.at(-1), risks.at(-1)]).toEqual([why, true]);
      storage.answer = "kept";
      keeper.change("one", edit("ab"));
      keeper.flush();
      expect([tried.at(-1), risks.at(-1), kept()]).toEqual(["kept", false, "ab"]);
    },
  );

  test("has nothing to lose once a text that could not be kept is the lesson's again", () => {
    const { keeper, tried, risks } = openTab(storage);
    storage.answer = "denied";
    keeper.change("one", edit("a"));
    keeper.flush();
    keeper.change("one", undefined);
    keeper.flush();
    expect([tried.at(-1), risks.at(-1)]).toEqual(["kept", false]);
  });

  test("does not write over what another tab has kept until the reader has chosen", () => {
    const [here, there] = [openTab(storage), openTab(storage, true)];
    here.keeper.change("one", edit("mine"));
    here.keeper.flush();
    expect(there.told).toEqual(["mine"]);
    there.keeper.change("one", edit("theirs"));
    there.keeper.flush();
    expect(here.told).toEqual(["theirs"]);
    here.keeper.change("one", edit("mine, more"));
    vi.advanceTimersByTime(1000);
    expect(kept()).toBe("theirs");
    expect(here.risks.at(-1)).toBe(true);
    expect(here.keeper.settle("one")?.text).toBe("theirs");
    expect(here.risks.at(-1)).toBe(false);
    here.keeper.change("one", edit("mine, more"));
    here.keeper.flush();
    expect(kept()).toBe("mine, more");
  });

  test("compares before it writes, for a tab that was asleep is not told", () => {
    const here = openTab(storage);
    storage.texts.set(key, writeEdit(edit("theirs")));
    here.keeper.change("one", edit("mine"));
    here.keeper.flush();
    expect([kept(), here.told]).toEqual(["theirs", ["theirs"]]);
    storage.texts.delete(key);
    here.keeper.look();
    expect(here.told).toEqual(["theirs", undefined]);
  });

  test("has nothing to ask when both tabs came to the same text", () => {
    const here = openTab(storage);
    here.keeper.change("one", edit("same"));
    storage.texts.set(key, writeEdit({ ...edit("same"), time: 2 }));
    here.keeper.flush();
    expect(here.told).toEqual([]);
    expect(kept()).toBe("same");
  });

  test("leaves alone what it was not asked for: other pages, and cells that are not on this one", () => {
    const here = openTab(storage);
    const other = storage.tab();
    other.write({ page: "lessons/b", cell: "one" }, writeEdit(edit("x")));
    other.write({ page: "lessons/a", cell: "two" }, writeEdit(edit("x")));
    expect(here.told).toEqual([]);
  });
});
