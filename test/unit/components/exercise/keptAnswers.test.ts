import { expect, test, vi } from "vitest";
import { KeptAnswers } from "../../../../src/components/exercise/KeptAnswers.ts";

test("what was typed is kept by page and exercise, told to other tabs, and forgotten when it is empty", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
  const answers = new KeptAnswers(storage, "/lab/");
  expect(answers.read("p", "a")).toBe("");
  expect(answers.write("p", "a", "5 MiB")).toBe(true);
  expect([answers.read("p", "a"), answers.read("p", "b")]).toEqual(["5 MiB", ""]);
  expect(new KeptAnswers(storage, "/").read("p", "a")).toBe("");
  const told = vi.fn();
  answers.subscribe(told);
  for (const key of ["another", ...kept.keys(), null]) answers.changed(key);
  expect(told).toHaveBeenCalledTimes(2);
  answers.write("p", "a", "");
  expect([...kept.keys()]).toEqual([]);
});

test("where the browser keeps nothing, that is told and harms nothing", () => {
  const deny = () => {
    throw new DOMException("denied", "SecurityError");
  };
  for (const storage of [undefined, { getItem: deny, setItem: deny, removeItem: deny }]) {
    const answers = new KeptAnswers(storage, "/");
    expect(answers.write("p", "a", "5")).toBe(false);
    expect(answers.read("p", "a")).toBe("");
  }
});
