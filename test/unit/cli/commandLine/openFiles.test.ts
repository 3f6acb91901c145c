import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { InputFile } from "../../../../src/cli/commandLine/InputFile.ts";
import { openFiles, reasonOf } from "../../../../src/cli/commandLine/openFiles.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "open-files-"));
  for (const name of ["tags-10.csv", "tags-2.csv", "notes.md", "pool.LOG"]) writeFileSync(join(folder, name), name);
  mkdirSync(join(folder, "empty"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const noInput = () => new InputFile(Readable.from([]), new AbortController().signal);
const open = (...paths: string[]) => openFiles(paths, noInput());

test("a file is opened under the name it was given", async () => {
  const path = join(folder, "notes.md");
  const { files, unreadable } = await open(path);
  expect(unreadable).toEqual([]);
  expect(files.map(({ name }) => name)).toEqual([path]);
  expect(await files[0]?.source.text()).toBe("notes.md");
});

test("of a folder the logs are opened, in the order in which people number them", async () => {
  const { files } = await open(folder);
  expect(files.map(({ name }) => name)).toEqual(
    ["pool.LOG", "tags-2.csv", "tags-10.csv"].map((name) => join(folder, name)),
  );
});

test("the wildcards of a prompt that leaves them to the program are names of files", async () => {
  const names = async (pattern: string) => (await open(join(folder, pattern))).files.map(({ name }) => basename(name));
  expect(await names("tags-*.CSV")).toEqual(["tags-2.csv", "tags-10.csv"]);
  expect(await names("tags-?.csv")).toEqual(["tags-2.csv"]);
  expect(await names("*.m+")).toEqual([]);
  expect((await open(join(folder, "*.blg"))).unreadable[0]?.reason).toBe("No file has such a name.");
});

test("what cannot be opened is named with the reason, and the rest is opened", async () => {
  const { files, unreadable } = await open(
    join(folder, "nothing.csv"),
    join(folder, "empty"),
    join(folder, "notes.md", "below"),
    join(folder, "tags-2.csv"),
  );
  expect(files).toHaveLength(1);
  expect(unreadable.map(({ reason }) => reason)).toEqual([
    "There is no such file.",
    "This is a folder without logs (.csv, .tsv, .txt, .log): name the files themselves.",
    "There is no such file: a part of its path is no folder.",
  ]);
});

test("a file of another account is said to be one", () => {
  expect(reasonOf(Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" }))).toBe(
    "It may not be read by this account.",
  );
});

test.skipIf(process.platform === "win32")("a device is no file", async () => {
  expect((await open("/dev/zero")).unreadable[0]?.reason).toContain("neither a file nor a folder");
});
