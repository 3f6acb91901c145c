import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../../../src/cli/commandLine/runCommandLine.ts";
import { TestTerminal } from "./TestTerminal.ts";

const datasets = join(import.meta.dirname, "../../../../datasets");
const contoso = (name: string) => join(datasets, "contoso-fs1", name);

async function run(...parameters: string[]) {
  return runOn(new TestTerminal(), ...parameters);
}

async function runOn(terminal: TestTerminal, ...parameters: string[]) {
  const code = await runCommandLine(parameters, terminal, "1.2.3");
  return { code, output: terminal.output, errors: terminal.errors };
}

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "run-command-line-"))));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("usage", () => {
  test.each([
    ["nothing at all", []],
    ["an unknown command", ["raed", "x.csv"]],
    ["no file", ["read"]],
    ["an unknown option", ["read", "--jsn", "x.csv"]],
    ["two forms of output at once", ["triage", "--json", "--markdown", "x.csv"]],
    ["a list of tags that is not named", ["triage", "x.csv", "--tags"]],
    ["the standard input twice", ["read", "-", "-"]],
  ])("%s ends with 2 and a word on the standard error", async (_, parameters) => {
    const { code, output, errors } = await run(...parameters);
    expect(code).toBe(2);
    expect(output).toBe("");
    expect(errors).not.toBe("");
  });

  test("help and version are asked for, so they go to the output and end with 0", async () => {
    expect(await run("--version")).toEqual({ code: 0, output: "1.2.3\n", errors: "" });
    const { code, output, errors } = await run("triage", "--help");
    expect([code, errors]).toEqual([0, ""]);
    expect(output).toContain("--markdown");
    expect(Math.max(...(await run("--help")).output.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
  });
});

describe("read", () => {
  const machines = readdirSync(datasets, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const logs = machines
    .filter(({ name }) => name !== "scenarios")
    .flatMap(({ name }) => readdirSync(join(datasets, name)).map((log) => join(name, log)));

  test.each(logs)("%s is read, as a table and as JSON", async (name) => {
    const path = join(datasets, name);
    const table = await run("read", path);
    expect(table.code, table.errors).toBe(0);
    expect(table.output.split("\n")[0]).toMatch(/: (?:a|the) /);
    expect(table.output.split("\n").length).toBeGreaterThan(4);
    const json = await run("read", "--json", path);
    expect(json.code).toBe(0);
    const [read] = JSON.parse(json.output) as { file: string; format: string; records: object }[];
    expect(read?.file).toBe(path);
    expect(read?.format).toMatch(/^[a-zA-Z]+$/);
    expect(Object.keys(read!.records).length).toBeGreaterThan(0);
  });

  test("an empty file has nothing in it, and that is said", async () => {
    const path = file("empty.csv", "");
    const { code, output, errors } = await run("read", path);
    expect([code, output]).toEqual([1, ""]);
    expect(errors).toMatch(/^\S*empty\.csv: .*(?:empty|nothing|blank).*\.\n$/i);
  });

  test("a foreign file is named for what it is", async () => {
    const picture = file("shot.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13));
    const { code, output, errors } = await run("read", picture);
    expect([code, output]).toEqual([1, ""]);
    expect(errors).toMatch(/shot\.png: .*picture.*\.\n$/);
    const { code: letterCode, errors: letter } = await run(
      "read",
      file("letter.txt", "Dear all,\nthe server is slow.\n"),
    );
    expect(letterCode).toBe(1);
    expect(letter).toMatch(/letter\.txt: Nothing here is known of this text.*poolmon -b -n pool\.txt\n$/);
  });

  test("a log that is cut off is read as far as it goes; the line and what is missing are said, and it ends with 1", async () => {
    const whole = readFileSync(contoso("perfmon.csv"));
    const path = file("cut.csv", whole.subarray(0, whole.length - 300));
    const { code, output, errors } = await run("read", path);
    expect(code).toBe(1);
    expect(output).toContain("\\Memory\\Pool Nonpaged Bytes");
    expect(errors).toMatch(/cut\.csv:381: lost: [A-Z].*\.\n/);
  });

  test("JSON of a file that nothing reads says why", async () => {
    const { code, output } = await run("read", "--json", file("empty.txt", ""), contoso("findstr.txt"));
    expect(code).toBe(1);
    const [empty, findstr] = JSON.parse(output) as { format: string | null; refusal?: string; records: unknown[] }[];
    expect(empty).toMatchObject({ format: null, records: null, refusal: expect.stringMatching(/\.$/) as string });
    expect(findstr?.records).toHaveLength(4);
  });

  test("one file that cannot be opened does not hide the others", async () => {
    const { code, output, errors } = await run("read", join(folder, "nothing.csv"), contoso("findstr.txt"));
    expect(code).toBe(1);
    expect(output).toContain("myfault.sys");
    expect(errors).toBe(`${join(folder, "nothing.csv")}: There is no such file.\n`);
  });

  test("a long table shows twenty rows, with --all all of them", async () => {
    const rows = (output: string) => output.split("\n").length;
    expect(rows((await run("read", contoso("pooltag.txt"))).output)).toBeLessThan(30);
    expect(rows((await run("read", "--all", contoso("pooltag.txt"))).output)).toBeGreaterThan(150);
  });

  test("what is piped in is read like a file", async () => {
    const terminal = new TestTerminal(readFileSync(contoso("findstr.txt"), "latin1"));
    const { code, output } = await runOn(terminal, "read", "-");
    expect(code).toBe(0);
    expect(output).toMatch(/^standard input: .*findstr/);
  });

  test("tags are named by the reader's own list", async () => {
    const tags = file("own.txt", "rem my own\nLeak - ourdrv.sys - ours\n");
    expect((await run("read", contoso("poolmon.txt"), "--tags", tags)).output).toMatch(/Leak .* ourdrv\.sys\n/);
    const missing = await run("read", contoso("findstr.txt"), "--tags", join(folder, "nothing.txt"));
    expect(missing.code).toBe(1);
    expect(missing.output).toContain("myfault.sys");
  });

  test("once nobody reads on, nothing more is written, and that is no error", async () => {
    const terminal = new TestTerminal();
    terminal.partsTaken = 3;
    expect((await runOn(terminal, "read", "--all", contoso("pooltag.txt"))).code).toBe(0);
    expect(terminal.parts).toBe(3);
  });

  test("Ctrl+C ends it with 130 and a word", async () => {
    const terminal = new TestTerminal(new Readable({ read: () => undefined }));
    const running = runOn(terminal, "read", "-");
    terminal.interrupt?.();
    expect(await running).toEqual({ code: 130, output: "", errors: "Stopped.\n" });
  });
});

describe("triage", () => {
  test("several files are one case, and the finding is the first line", async () => {
    const { code, output } = await run("triage", contoso("perfmon.csv"), contoso("poolmon.txt"));
    expect(code).toBe(0);
    const answer = output.split("\n\n")[0]!;
    expect(answer).toContain("nonpaged pool");
    expect(answer).toContain("Leak");
    expect(output).toMatch(/Grows by {4}3\.5\d GiB per hour/);
  });

  test("a file that shows no growth is judged too: it is said that it cannot tell, and what to collect", async () => {
    const { code, output } = await run("triage", contoso("findstr.txt"));
    expect(code).toBe(0);
    expect(output).toMatch(/^[A-Z].*\.\n/);
    expect(output).toContain("not enough to tell");
    expect(output).toMatch(/What to collect next\n {2}1\. /);
  });

  test("as JSON it is the finding itself", async () => {
    const { code, output } = await run("triage", "--json", contoso("poolmon.txt"));
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ verdict: "leak", pool: "nonpaged", tag: "Leak", driver: "myfault.sys" });
  });

  test("as Markdown it has a table of what grew, and commands to copy", async () => {
    const { code, output } = await run("triage", "--markdown", contoso("poolmon.txt"));
    expect(code).toBe(0);
    expect(output).toMatch(/^\*\*.*Leak.*\*\*\n/);
    expect(output).toContain("| `Leak` | nonpaged | 5.27 GiB | 3.52 GiB | 100 % | 6 of 6 | 0 % |");
    expect(output).toContain("   ```\n   findstr /m /l Leak ");
  });

  test("without anything that can be read there is no finding", async () => {
    const { code, output, errors } = await run("triage", file("nothing.txt", ""));
    expect([code, output]).toEqual([1, ""]);
    expect(errors).toContain("nothing.txt: ");
  });

  test("one file that cannot be read does not hide the finding, but it is not all well", async () => {
    const { code, output } = await run("triage", contoso("poolmon.txt"), file("letter2.txt", "Dear all.\n"));
    expect(code).toBe(1);
    expect(output).toContain("Leak");
  });
});

// Genuine public logs, which are no part of the project: read in place where they are.
const genuine = join(import.meta.dirname, "../../../../../shared/real-logs");

describe.skipIf(!existsSync(genuine))("genuine logs", () => {
  const logs = existsSync(genuine)
    ? readdirSync(genuine, { recursive: true, encoding: "utf8", withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== "MANIFEST.md")
        .map(({ parentPath, name }) => join(parentPath, name))
    : [];

  test.each(logs)("%s: it is read, or it is said why not", async (path) => {
    const { code, output, errors } = await run("read", path);
    if (output === "") expect([code, errors]).toEqual([1, expect.stringContaining(path)]);
    else expect(code).toBe(errors.includes(": lost: ") ? 1 : 0);
    const json = await run("read", "--json", path);
    expect(json.code).toBe(code);
    expect(() => JSON.parse(json.output) as unknown).not.toThrow();
    expect((await run("triage", path)).output === "").toBe(output === "");
  });
});
