import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { datasetFiles } from "../../../src/cli/datasetFiles.ts";
import { bytesOf, folder, MACHINES } from "./evidence.ts";

describe("npm run datasets", () => {
  let files: Map<string, string>;
  beforeAll(() => {
    files = datasetFiles();
  }, 120_000);

  it("makes the committed files again, byte for byte", () => {
    const different = [...files].filter(([path, text]) => !Buffer.from(text, "latin1").equals(bytesOf(path)));
    expect(different.map(([path]) => path)).toEqual([]);
  });

  it("makes every file that is there", () => {
    const machines = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "scenarios")
      .map(({ name }) => name);
    const there = machines.flatMap((name) => readdirSync(new URL(name, folder)).map((file) => `${name}/${file}`));
    expect([...there, "manifest.json"].sort()).toEqual([...files.keys()].sort());
    for (const machine of MACHINES) expect(machines).toContain(machine);
  });

  it("keeps each file below a megabyte, plain ASCII, lines ended by CR LF", () => {
    for (const [path, text] of files) {
      expect(text.length, path).toBeLessThan(1_000_000);
      expect(/^[\x09\x0a\x0d\x20-\x7e]*$/.test(text), path).toBe(true);
      if (path !== "manifest.json") expect(text.replaceAll("\r\n", "").includes("\n"), path).toBe(false);
    }
  });
});
