import typescript from "typescript-5.9";
import { beforeAll, describe, expect, test } from "vitest";
import { libraryTypes } from "../../../../src/components/editor/library/libraryTypes.ts";
import {
  completionsAt,
  definitionsAt,
  detailsOf,
  hoverAt,
  signaturesAt,
} from "../../../../src/components/editor/types/LessonQueries.ts";
import {
  createLessonTypes,
  type LessonTypes,
  type LibraryTypes,
} from "../../../../src/components/editor/types/LessonTypes.ts";

let library: LibraryTypes;
beforeAll(async () => {
  library = await libraryTypes();
});

const growth =
  "/** Bytes per hour. */\nfunction growthOf(bytes: number, hours: number): number { return bytes / hours; }\nconst records = [1];";

/** A lesson of the cells `growth` and `two`, and the offset of `|` in the text of `two`. */
function lessonWith(marked: string): { types: LessonTypes; offset: number } {
  const text = marked.replace("|", "");
  const cells = [
    { id: "growth", text: growth },
    { id: "two", text },
  ];
  return {
    types: createLessonTypes(typescript, library, { cells, logs: ["poolmon.txt"] }),
    offset: marked.indexOf("|"),
  };
}

describe("suggestions", () => {
  test("name the lesson's names without an import, and the library's with theirs", () => {
    const { types, offset } = lessonWith("const first = 1;\nread|");
    const found = completionsAt(types, "two", offset);
    const own = found.filter(({ name }) => name === "growthOf");
    expect(own).toHaveLength(1);
    expect(own[0]!.source).toBeUndefined();
    const reader = found.find(({ name }) => name === "readPoolmon")!;
    expect(reader.source).toBe("pool-leak-lab");
    const details = detailsOf(types, "two", offset, reader)!;
    expect(details.edits).toEqual([{ start: 0, length: 0, text: 'import { readPoolmon } from "pool-leak-lab";\n' }]);
    expect(details.documentation).not.toBe("");
  });

  test("add to the import that is there", () => {
    const { types, offset } = lessonWith('import { readPoolmon } from "pool-leak-lab";\nreadPoolmon; tagGr|');
    const found = completionsAt(types, "two", offset).find(({ name }) => name === "tagGrowth")!;
    expect(detailsOf(types, "two", offset, found)!.edits.map(({ text }) => text)).toEqual([", tagGrowth"]);
  });

  test("offer the names of the logs inside log's quotes", () => {
    const { types, offset } = lessonWith('await log("|")');
    expect(completionsAt(types, "two", offset, '"').map(({ name }) => name)).toEqual(["poolmon.txt"]);
  });

  test("offer nothing of a page", () => {
    const { types, offset } = lessonWith("docu|");
    expect(completionsAt(types, "two", offset).map(({ name }) => name)).not.toContain("document");
  });
});

describe("hovers and hints", () => {
  test("describe another cell's function with its own docs, and say whose it is", () => {
    const { types, offset } = lessonWith("grow|thOf(1, 2)");
    expect(hoverAt(types, "two", offset)).toEqual({
      start: 0,
      length: 8,
      signature: "function growthOf(bytes: number, hours: number): number",
      documentation: "Bytes per hour.\n\nFrom the cell `growth`.",
    });
  });

  test("describe what the library exports", () => {
    const { types, offset } = lessonWith('import { read|Poolmon } from "pool-leak-lab";');
    const hover = hoverAt(types, "two", offset)!;
    expect(hover.signature).toMatch(/^function readPoolmon\(.*\): Promise<[^\n]*>$/);
    expect(hover.documentation.length).toBeGreaterThan(20);
  });

  test("say which parameter is being written", () => {
    const { types, offset } = lessonWith("growthOf(1, |)");
    const help = signaturesAt(types, "two", offset)!;
    expect(help.parameter).toBe(1);
    expect(help.signatures[help.active]!.label).toBe("growthOf(bytes: number, hours: number): number");
    expect(help.signatures[help.active]!.parameters.map(({ label }) => label)).toEqual([
      "bytes: number",
      "hours: number",
    ]);
  });

  test("are silent where there is nothing to say", () => {
    const { types, offset } = lessonWith("// |nothing");
    expect(hoverAt(types, "two", offset)).toBeUndefined();
    expect(signaturesAt(types, "two", offset)).toBeUndefined();
  });
});

describe("definitions", () => {
  test("lead to the place in the other cell's own text", () => {
    const { types, offset } = lessonWith("growth|Of(1, 2)");
    const [definition] = definitionsAt(types, "two", offset);
    expect(definition).toEqual({
      cell: "growth",
      file: "/lesson/growth.ts",
      start: growth.indexOf("growthOf"),
      length: 8,
    });
  });

  test("lead into the library's declarations, whose text can be shown", () => {
    const { types, offset } = lessonWith('import { readPoolmon } from "pool-leak-lab";\nread|Poolmon');
    const definition = definitionsAt(types, "two", offset).at(-1)!;
    expect(definition.cell).toBeUndefined();
    const text = types.textOf(definition.file)!;
    expect(text.slice(definition.start, definition.start + definition.length)).toBe("readPoolmon");
  });
});

test("an edit of one cell is seen in the others at once", () => {
  const { types } = lessonWith("growthOf(1, 2).toFixed()");
  expect(types.problemsOf("two")).toEqual([]);
  types.setText("growth", "const growthOf = 1;");
  expect(types.problemsOf("two").map(({ message }) => message)[0]).toMatch(/not callable/);
  types.setText("growth", growth);
  expect(types.problemsOf("two")).toEqual([]);
});

test("a cell that is not in the lesson has no problems", () => {
  expect(lessonWith("1").types.problemsOf("three")).toEqual([]);
});
