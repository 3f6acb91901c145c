import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyPage, mergeProgress, type Progress } from "../../../../src/components/progress/Progress.ts";
import { readProgressFile, writeProgressFile } from "../../../../src/components/progress/progressFile.ts";
import { countProgress, countsText, lessonText, stateText } from "../../../../src/components/progress/progressText.ts";

const now = Date.UTC(2026, 10, 27, 12);
const ids = { cells: ["slope", "floor"], exercises: ["utc", "load"], questions: ["q"] };
const known = { "lessons/perfmon": ids };
const mine: Progress = {
  "lessons/perfmon": {
    read: now,
    cells: { slope: 1 },
    exercises: { utc: { at: 2, version: "a1" } },
    questions: { q: { at: 3, choice: "ab12cd34", isRight: true } },
  },
};

describe("a file of progress", () => {
  test("gives back what was exported", () => {
    expect(readProgressFile(writeProgressFile(mine, now), known)).toEqual({ progress: mine });
  });

  test("is believed nothing that this course does not have, and nothing of another shape", () => {
    const file = JSON.parse(writeProgressFile(mine, now)) as { pages: Record<string, unknown> };
    file.pages["lessons/perfmon"] = {
      read: "yesterday",
      cells: { slope: -1, floor: 5, toString: 5, constructor: 5, other: 5 },
      exercises: { utc: { at: 1, version: "<script>" }, load: { at: 1, version: "b2", more: [1] } },
      questions: { q: { at: 1, choice: "x", isRight: "yes" } },
    };
    file.pages["lessons/nowhere"] = mine["lessons/perfmon"];
    const text = JSON.stringify(file).replace('"pages":{', '"pages":{"__proto__":{"read":1},"constructor":{"read":1},');
    expect(readProgressFile(text, known)).toEqual({
      progress: {
        "lessons/perfmon": { cells: { floor: 5 }, exercises: { load: { at: 1, version: "b2" } }, questions: {} },
      },
    });
    expect(({} as Record<string, unknown>)["read"]).toBeUndefined();
  });

  test.each([
    ["no JSON", "hello", /not a progress file/],
    ["nothing", "", /not a progress file/],
    ["null", "null", /not a progress file/],
    ["a list", "[]", /not a progress file/],
    ["another program's", '{"version":1,"pages":{}}', /not a progress file/],
    ["a newer one", writeProgressFile(mine, now).replace('"version": 1', '"version": 2'), /another version/],
    ["one that is too large", `${" ".repeat(1_000_001)}`, /too large/],
    ["one that is too deep", "[".repeat(200_000), /not a progress file/],
  ])("says what it is instead: %s", (_, text, problem) => {
    expect(readProgressFile(text, known)).toEqual({ problem: expect.stringMatching(problem) as string });
  });

  test("adds up to the same whatever the file holds, and never takes anything away", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (pages) => {
        const text = JSON.stringify({
          format: "pool-leak-lab progress",
          version: 1,
          pages: { "lessons/perfmon": pages },
        });
        const read = readProgressFile(text, known);
        if (!("progress" in read)) throw new Error(read.problem);
        const merged = mergeProgress(mine, read.progress);
        expect(countProgress(mine, merged)).toEqual({ lessons: 0, exercises: 0, questions: 0, cells: 0 });
        expect(mergeProgress(merged, read.progress)).toEqual(merged);
      }),
    );
  });
});

describe("both together", () => {
  test("keep the newer answer and solution, and the first reading and run", () => {
    const theirs: Progress = {
      "lessons/perfmon": {
        read: now + 5,
        cells: { slope: 9, floor: 7 },
        exercises: { utc: { at: 1, version: "old" } },
        questions: { q: { at: 8, choice: "ffff", isRight: false } },
      },
      "lessons/poolmon": { ...emptyPage(), read: 4 },
    };
    const merged = mergeProgress(mine, theirs);
    expect(merged).toEqual({
      "lessons/perfmon": {
        read: now,
        cells: { slope: 1, floor: 7 },
        exercises: { utc: { at: 2, version: "a1" } },
        questions: { q: { at: 8, choice: "ffff", isRight: false } },
      },
      "lessons/poolmon": { ...emptyPage(), read: 4 },
    });
    expect(countsText(countProgress(theirs, mine))).toBe("1 lesson read and 1 cell run");
  });
});

describe("progress in words", () => {
  test("is a few on the path, of the exercises that the lesson has", () => {
    const page = mine["lessons/perfmon"]!;
    expect(stateText(page, ids.exercises)).toBe("1 of 2 exercises, read");
    expect(stateText({ ...emptyPage(), exercises: page.exercises }, ["another"])).toBe("");
    expect(stateText({ ...emptyPage(), cells: { slope: 1 } }, ids.exercises)).toBe("begun");
    expect(stateText(emptyPage(), [])).toBe("");
  });

  test("is all of it on its page", () => {
    expect(lessonText(mine["lessons/perfmon"]!, ids, now)).toBe(
      "Read on 27 Nov. 1 of 2 exercises solved, 1 of 1 questions right, 1 of 2 cells run.",
    );
    expect(lessonText(emptyPage(), { cells: [], exercises: [], questions: [] }, now)).toBe("Not read yet.");
  });

  test("is counted, one and many", () => {
    expect(countsText({ lessons: 2, exercises: 1, questions: 3, cells: 0 })).toBe(
      "2 lessons read, 1 exercise solved and 3 questions answered",
    );
    expect(countsText(countProgress({}))).toBe("");
  });
});
