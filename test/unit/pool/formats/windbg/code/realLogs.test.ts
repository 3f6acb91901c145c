import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { printInstructions } from "../../../../../../src/pool/formats/windbg/code/printInstructions.ts";
import { readTagSearch } from "../../../../../../src/pool/formats/windbg/code/readTagSearch.ts";
import { readPoolHits } from "../../../../../../src/pool/formats/windbg/hits/readPoolHits.ts";

// Genuine public logs, which are no part of the project: read in place where they are.
const folder = join(import.meta.dirname, "../../../../../../../shared/real-logs/windbg");
const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)));

describe.skipIf(!existsSync(folder))("genuine sessions", () => {
  test("a disassembly under its label, printed again in the same columns", async () => {
    const name = "06-pool-unknown-region-ub-ntfs.txt";
    const { instructions, hits, memory } = (await readTagSearch(read(name))).records;
    expect(instructions).toHaveLength(8);
    expect(instructions[0]).toMatchObject({
      symbol: "Ntfs!NtfsChangeAttributeValue+0x363",
      mnemonic: "mov",
      operands: "qword ptr [rsp+20h],rdi",
    });
    expect(instructions[6]).toMatchObject({ mnemonic: "call", operands: "Ntfs!NtfsWriteLog (fffff802`084d6b20)" });
    expect([hits, memory]).toEqual([[], []]);
    expect(new TextDecoder().decode(read(name))).toContain(printInstructions(instructions));
  });

  test("nothing is invented in sessions of other kinds", async () => {
    for (const name of readdirSync(folder)) {
      const bytes = read(name);
      const { records } = await readTagSearch(bytes);
      expect([records.hits, records.memory, records.modules], name).toEqual([[], [], []]);
      if (!name.startsWith("06")) expect(records.instructions, name).toEqual([]);
      expect((await readPoolHits(bytes)).records, name).toBeUndefined();
    }
  });
});
