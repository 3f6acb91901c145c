import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { InputFile } from "../../../../src/cli/commandLine/InputFile.ts";

const signal = new AbortController().signal;
const temporary = () => readdirSync(tmpdir()).filter((name) => name.startsWith("pool-leak-lab-")).length;

test("what is piped in can be read more than once, in pieces", async () => {
  const input = new InputFile(Readable.from([Buffer.from("one "), Buffer.from("two")]), signal);
  const { name, source } = await input.open();
  expect(name).toBe("standard input");
  expect(await source.slice(0, 3).text()).toBe("one");
  expect(await source.text()).toBe("one two");
});

test("what is too large for memory goes through a temporary file that is gone afterwards", async () => {
  const before = temporary();
  const piece = Buffer.alloc(1 << 20, "x");
  const input = new InputFile(Readable.from(Array.from({ length: 40 }, () => piece)), signal);
  const { source } = await input.open();
  expect(source.size).toBe(40 << 20);
  expect(await source.slice((40 << 20) - 2).text()).toBe("xx");
  expect(temporary()).toBe(before + 1);
  await input.close();
  expect(temporary()).toBe(before);
});

test("waiting for more of it ends when it is stopped", async () => {
  const stopping = new AbortController();
  const input = new InputFile(new Readable({ read: () => undefined }), stopping.signal);
  const opened = input.open();
  stopping.abort();
  await expect(opened).rejects.toThrow();
});
