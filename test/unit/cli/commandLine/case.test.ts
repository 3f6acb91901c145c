import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSeeds } from "../../../../src/pool/simulator/finalCase/readSeeds.ts";
import { runCommandLine } from "../../../../src/cli/commandLine/runCommandLine.ts";
import { finalAnswers, makeFinalCase } from "../../../../src/pool/simulator/finalCase/makeFinalCase.ts";
import { TestTerminal } from "./TestTerminal.ts";

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "final-case-"))));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...parameters: string[]) {
  const terminal = new TestTerminal();
  const code = await runCommandLine(["case", ...parameters], terminal, "1.2.3");
  return { code, output: terminal.output, errors: terminal.errors };
}

describe("pool-leak-lab case", () => {
  test("writes a case's logs byte for byte, and says where they are", async () => {
    const out = join(folder, "deep", "seven");
    expect(await run("--seed", "7", "--out", out)).toEqual({
      ...{ code: 0, output: `Wrote the logs of case 7 to ${out}.\n`, errors: "" },
    });
    const { texts } = makeFinalCase(7);
    expect(readdirSync(out).sort()).toEqual([...texts.keys()].sort());
    for (const [file, text] of texts) expect(readFileSync(join(out, file), "latin1")).toBe(text);
  });

  test("writes several cases into a folder each, with their answers on the standard output alone", async () => {
    const { code, output, errors } = await run("--seeds", "2,4", "--out", folder, "--answers", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual([2, 4].map((seed) => JSON.parse(JSON.stringify(finalAnswers(seed))) as unknown));
    expect(errors.split("\n").filter(Boolean)).toHaveLength(2);
    for (const seed of [2, 4]) expect(existsSync(join(folder, `case-${seed}`, "trace.csv"))).toBe(true);
  });

  test("prints the answers of one case as a list, of several as a table, and as Markdown", async () => {
    const { tag, driver, process } = finalAnswers(3);
    const one = await run("--seed", "3", "--answers");
    expect(one.output).toMatch(new RegExp(`^Tag +${tag.trimEnd()}$`, "m"));
    expect(one.output).toMatch(new RegExp(`^Driver +${driver}$`, "m"));
    const table = await run("--seeds", "2-4", "--answers");
    expect(table.output.split("\n").filter(Boolean)).toHaveLength(5);
    expect(table.output).toContain(process);
    const markdown = await run("--seeds", "2-4", "--answers", "--markdown");
    expect(markdown.output).toMatch(/^\| Seed \|.*\n\| --- \|.*\n\| 2 \|/);
  });

  test.each([
    ["no case", ["--answers"]],
    ["nothing to do with it", ["--seed", "7"]],
    ["no seed", ["--seed", "seven", "--answers"]],
    ["a range that goes back", ["--seeds", "9-3", "--answers"]],
    ["one and several", ["--seed", "1", "--seeds", "2-3", "--answers"]],
    ["a form without answers", ["--seed", "1", "--out", "somewhere", "--json"]],
    ["two forms", ["--seed", "1", "--answers", "--json", "--markdown"]],
  ])("%s is wrong usage", async (_, parameters) => {
    const { code, output, errors } = await run(...parameters);
    expect([code, output]).toEqual([2, ""]);
    expect(errors).toContain("error");
  });

  test("a folder that cannot be made is told, with the exit code of files", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const { code, errors } = await run("--seed", "1", "--out", join(file, "below"));
    expect(code).toBe(1);
    expect(errors).toContain("below");
  });
});

test("seeds are read from numbers and ranges, each once", () => {
  expect(readSeeds("3, 1-4,9")).toEqual([3, 1, 2, 4, 9]);
  expect(readSeeds("0")).toContain("no seed");
  expect(readSeeds("1-501")).toContain("At most");
});
