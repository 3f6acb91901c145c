import { expect, test } from "vitest";
import { matchTags } from "../../../../src/components/tags/matchTags.ts";

const rows = [
  { tag: "File", words: "nonpaged nt!io file objects" },
  { tag: "Afd?", words: "nonpaged afd.sys the socket layer" },
  { tag: "AfdB", words: "nonpaged afd.sys data of sockets" },
  { tag: "Irp ", words: "nonpaged nt!io requests" },
];
const found = (typed: string) => rows.filter((_, index) => matchTags(rows, typed)[index]).map(({ tag }) => tag);

test("an empty search shows every tag", () => {
  expect(found("  ")).toHaveLength(4);
});

test("a whole tag shows the rows that it fits, wildcards and blanks at its end included", () => {
  expect(found("AfdB")).toEqual(["Afd?", "AfdB"]);
  expect(found("AfdX")).toEqual(["Afd?"]);
  expect(found("Irp")).toEqual(["Irp "]);
});

test("upper and lower case count in a tag; where no tag is so, its beginning and words are searched in any case", () => {
  expect(found("file")).toEqual(["File"]);
  expect(found("afd")).toEqual(["Afd?", "AfdB"]);
  expect(found("Sockets data")).toEqual(["AfdB"]);
});

test("what fits nothing shows nothing", () => {
  expect(found("zzzz")).toEqual([]);
});
