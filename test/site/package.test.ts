import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const isWindows = process.platform === "win32";
const run = promisify(execFile);

/** As a stranger's: without this project's Node, and without what npm tells the scripts that it runs. */
const environment = Object.fromEntries(
  Object.entries(process.env)
    .filter(([name]) => !/^npm_|^NODE_|^INIT_CWD$/i.test(name))
    .map(([name, value]) => [name, /^path$/i.test(name) ? withoutNodeModules(value ?? "") : value]),
);

function withoutNodeModules(path: string): string {
  return path
    .split(delimiter)
    .filter((folder) => !/[\\/]node_modules[\\/]/.test(`${folder}/`))
    .join(delimiter);
}

let folder = "";
let packed: { name: string; files: { path: string }[]; filename: string };

/** Packs what `npx` would download, and installs it where nothing else is. No network: what it depends on is packed from here too. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pool-leak-lab-package-"));
  const target = join(folder, "packed");
  mkdirSync(target);
  const pack = async (...parameters: string[]) => {
    const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", target, ...parameters], {
      env: environment,
      shell: isWindows,
    });
    // What `prepack` prints, if anything, stands before it.
    return (JSON.parse(stdout.slice(stdout.indexOf("[\n"))) as (typeof packed)[])[0]!;
  };
  packed = await pack();
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };
  const others = [];
  for (const name of Object.keys(dependencies)) others.push(await pack("--ignore-scripts", `./node_modules/${name}`));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const tarballs = [...others, packed].map(({ filename }) => join(target, filename));
  await inFolder("npm", "install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", ...tarballs);
  cpSync("datasets/contoso-fs1", join(folder, "case"), { recursive: true });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function inFolder(
  command: string,
  ...parameters: string[]
): Promise<{ code: number; out: string; errors: string }> {
  try {
    const options = { cwd: folder, env: environment, shell: isWindows, maxBuffer: 64 << 20 };
    const { stdout, stderr } = await run(command, parameters, options);
    return { code: 0, out: stdout, errors: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    if (command === "npm") throw error;
    return { code, out: stdout, errors: stderr };
  }
}

test("the package holds the library with its types, the command line, and nothing else", () => {
  const paths = packed.files.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
  expect(paths).toEqual(
    expect.arrayContaining(["lib/pool/index.js", "lib/pool/index.d.ts", "lib/cli/pool-leak-lab.js"]),
  );
  const others = paths.filter(
    (path) =>
      !/^(?:LICENSE|README\.md|package\.json)$|^lib\/pool\/.+\.(?:js|d\.ts)$|^lib\/cli\/(?:pool-leak-lab|commandLine\/.+)\.js$/.test(
        path,
      ),
  );
  expect(others).toEqual([]);
  // The library does not know the culprit: the simulator makes cases on the command line, and nothing of it has types to import.
  expect(paths.filter((path) => path.includes("simulator") && path.endsWith(".d.ts"))).toEqual([]);
});

test("npx runs it with the Node that the machine has", { timeout: 60_000 }, async () => {
  const { out: version } = await inFolder("node", "--version");
  expect(Number(/\d+/.exec(version)?.[0])).toBeGreaterThanOrEqual(20);
  const { code, out } = await inFolder("npx", "--offline", "pool-leak-lab", "read", "--json", "case/poolmon.txt");
  expect(code).toBe(0);
  const [file] = JSON.parse(out) as { format: string; records: { rows: unknown[] }[] }[];
  expect(file?.format).toBe("poolmon");
  expect(file?.records).toHaveLength(7);
});

test("npx judges a case", { timeout: 60_000 }, async () => {
  const { code, out } = await inFolder(
    "npx",
    "--offline",
    "pool-leak-lab",
    "triage",
    "case/perfmon.csv",
    "case/poolmon.txt",
  );
  expect(code).toBe(0);
  expect(out.split("\n\n")[0]).toContain("Leak");
});

test("npx makes a final case, which it judges as the answers say", { timeout: 60_000 }, async () => {
  const made = await inFolder(
    "npx",
    "--offline",
    "pool-leak-lab",
    "case",
    "--seed",
    "7",
    "--out",
    "final",
    "--answers",
    "--json",
  );
  expect({ code: made.code, errors: made.errors }).toEqual({ code: 0, errors: "Wrote the logs of case 7 to final.\n" });
  const { tag, driver } = JSON.parse(made.out) as { tag: string; driver: string };
  const { code, out } = await inFolder("npx", "--offline", "pool-leak-lab", "triage", "final");
  expect(code).toBe(0);
  expect(out.split("\n\n")[0]).toContain(tag);
  expect(out).toContain(driver);
});

test("npx passes on the exit code of what could not be read", { timeout: 60_000 }, async () => {
  const { code, out, errors } = await inFolder("npx", "--offline", "pool-leak-lab", "read", "case/nothing.csv");
  expect({ code, out, errors }).toEqual({ code: 1, out: "", errors: "case/nothing.csv: There is no such file.\n" });
});

test.skipIf(isWindows)("a reader that has enough is no error", { timeout: 60_000 }, async () => {
  // Megabytes of JSON into a pipe that is closed after two letters; the exit code goes round the pipe.
  const command = "{ npx --offline pool-leak-lab read --json case/*.csv 2>/dev/null; echo $? >&2; } | head -c 2";
  expect(await inFolder("sh", "-c", command)).toEqual({ code: 0, out: "[{", errors: "0\n" });
});

test("the library can be imported by its name", { timeout: 60_000 }, async () => {
  const script = `
    import { readFileSync } from "node:fs";
    import { readPoolmon, tagGrowth } from "pool-leak-lab";
    const { records } = await readPoolmon(readFileSync("case/poolmon.txt"));
    console.log(tagGrowth(records)[0].tag);`;
  writeFileSync(join(folder, "import.js"), script);
  expect(await inFolder("node", "import.js")).toEqual({ code: 0, out: "Leak\n", errors: "" });
});

test("its types are found, and complete", { timeout: 60_000 }, async () => {
  const script = `
    import { readPoolmon, tagGrowth, type TagGrowth } from "pool-leak-lab";
    const { records } = await readPoolmon("");
    export const first: TagGrowth | undefined = tagGrowth(records)[0];
    // @ts-expect-error records are no text
    export const wrong: string = records;`;
  writeFileSync(join(folder, "typed.ts"), script);
  const compiler = join(process.cwd(), "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--target", "es2023", "--lib", "es2023,dom"];
  expect(await inFolder("node", compiler, ...options, "--module", "nodenext", "typed.ts")).toEqual({
    code: 0,
    out: "",
    errors: "",
  });
});
