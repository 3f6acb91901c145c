import { expect, test } from "vitest";
import { number, tableOf, text } from "../../../../src/cli/commandLine/records/RecordTable.ts";
import { textTable } from "../../../../src/cli/commandLine/textTable.ts";

const columns = [text("Tag"), number("Bytes"), text("Owner")];
const rows = [
  ["Leak", "5,662,310,400", "myfault.sys"],
  ["Dh 1", "48", ""],
];
const print = (most: number, list = rows) =>
  [
    ...textTable(
      tableOf("Tags", columns, list, (row) => row),
      most,
    ),
  ].join("");

test("numbers stand at the right of their column, texts at the left, and no line ends in blanks", () => {
  expect(print(9)).toBe(
    ["Tags", "  Tag           Bytes  Owner", "  Leak  5,662,310,400  myfault.sys", "  Dh 1             48", ""].join(
      "\n",
    ),
  );
});

test("of a long table the rest is counted, and it is said how to see it", () => {
  expect(print(1)).toBe(
    [
      "Tags",
      "  Tag           Bytes  Owner",
      "  Leak  5,662,310,400  myfault.sys",
      "  … and 1 more (--all shows them)",
      "",
    ].join("\n"),
  );
});

test("a table without rows is its title", () => {
  expect(print(9, [])).toBe("Tags\n");
});

test("control characters of a log never reach the terminal", () => {
  expect(print(9, [["\u001b[2J", "1\r2", "a\u0007\u009b31m"]])).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/,
  );
});

test("of a million rows only those that are shown are made", () => {
  let made = 0;
  const row = (at: number) => {
    made += 1;
    return [String(at)];
  };
  expect([...textTable({ title: "Events", columns: [number("No.")], count: 1_000_000, row }, 5)]).toHaveLength(8);
  expect(made).toBe(5);
});
