import { expect, test } from "vitest";
import { findingMarkdown } from "../../../../src/cli/commandLine/finding/findingMarkdown.ts";
import { findingText } from "../../../../src/cli/commandLine/finding/findingText.ts";
import { number, tableOf, text } from "../../../../src/cli/commandLine/records/RecordTable.ts";
import { leakFinding, unclearFinding } from "./findings.ts";

const plain = (words: string) => words;
const growers = tableOf(
  "What grew most in poolmon.txt",
  [text("Tag"), number("Grew by")],
  [["a`|b", "5 GiB"]],
  (row) => row,
);

test("the answer comes first, then how fast and until when", () => {
  const lines = findingText(leakFinding, [], plain).split("\n");
  expect(lines.slice(0, 5)).toEqual([
    "The nonpaged pool leaks under the tag Leak (myfault.sys), 3.52 GiB per hour.",
    "",
    "  Grows by    3.52 GiB per hour (3.5 GiB to 3.54 GiB)",
    "  Full in     40 min (30 min to 50 min)",
    "  Grew by     5.27 GiB",
  ]);
});

test("nothing but a command is wider than 80 columns, and a command is one line to copy", () => {
  const printed = findingText(leakFinding, [growers], plain);
  const commands = leakFinding.next.map((step) => step.text);
  expect(
    printed
      .split("\n")
      .filter((line) => line.length > 80)
      .map((line) => line.trim()),
  ).toEqual(commands.filter((command) => command.length > 73));
  for (const command of commands) expect(printed).toContain(`\n       ${command}\n`);
});

test("reasons, what speaks against it, what to collect and the lines stand in this order", () => {
  const printed = findingText(leakFinding, [growers], plain);
  const places = ["Why", "What speaks against it", "What to collect next", "What grew most", "It rests on"].map(
    (title) => printed.indexOf(`\n${title}`),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places.every((place) => place > 0)).toBe(true);
});

test("what is not known is left out: not enough to tell is an answer too", () => {
  const printed = findingText(unclearFinding, [], plain);
  expect(printed).toContain("Verdict     not enough to tell");
  expect(printed).not.toMatch(/undefined|NaN|Grows by|Full in|Driver/);
});

test("without colours the text is the same, without the codes", () => {
  const bold = (words: string) => `\u001b[1m${words}\u001b[22m`;
  const coloured = findingText(leakFinding, [growers], bold);
  expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(findingText(leakFinding, [growers], plain));
});

test("the Markdown says the same, with commands to copy", () => {
  const printed = findingMarkdown(leakFinding, [growers]);
  expect(printed.split("\n")[0]).toBe(
    "**The nonpaged pool leaks under the tag Leak (myfault.sys), 3.52 GiB per hour.**",
  );
  expect(printed).toContain("| Full in | 40 min (30 min to 50 min) |");
  for (const { text } of leakFinding.next) expect(printed).toContain(`   \`\`\`\n   ${text}\n   \`\`\``);
  for (const reason of leakFinding.reasons) expect(printed).toContain(`- ${reason.slice(0, 20)}`);
});

test("a tag cannot end its cell of a Markdown table, nor a log write markup", () => {
  expect(findingMarkdown(leakFinding, [growers])).toContain("| ``a`\\|b`` | 5 GiB |");
  const rude = { ...leakFinding, summary: "<img src=x> [link](http://x) @someone *b* _c_ #1" };
  expect(findingMarkdown(rude, []).split("\n")[0]).toBe(
    "**\\<img src=x\\> \\[link\\](http://x) @\u200bsomeone \\*b\\* \\_c\\_ \\#1**",
  );
});
