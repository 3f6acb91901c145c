import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  commands,
  fillCommand,
  isCommandId,
  placeholdersOf,
  type Command,
  type CommandId,
} from "../../../src/pool/commands.ts";

const all = Object.entries(commands) as [CommandId, Command][];

const filled = (id: CommandId, tag?: string, driver?: string): string => {
  const result = fillCommand(id, { tag, driver });
  if (!result.ok) throw new Error(result.problem);
  return result.text;
};

describe("the table of commands", () => {
  it.each(all)("%s has a sentence, a cost, a source, and explains what it shows", (_, command) => {
    expect(command.does).toMatch(/^[A-Z].*[.?]$/);
    expect(command.cost).toMatch(/\.$/);
    expect(command.source).toMatch(/^https:\/\/learn\.microsoft\.com\/en-us\/[\w./-]+$/);
    for (const part of command.parts) {
      expect(part.means).not.toBe("");
      for (const word of part.text.split(" ")) expect(command.template).toContain(word);
    }
  });

  it("names every tool that the two lessons use", () => {
    const templates = all.map(([, { template }]) => template).join("\n");
    for (const tool of [
      "perfmon",
      "logman create counter",
      "logman start",
      "logman stop",
      "logman query",
      "logman delete",
      "relog",
      "typeperf",
      "poolmon",
      "gflags /r +ptg",
      "findstr /m /l",
      "strings",
      "fc ",
      "sigcheck",
      "VersionInfo",
      "driverquery",
      "wevtutil",
      "Get-WinEvent",
      "notmyfault",
      "tasklist",
    ])
      expect(templates).toContain(tool);
  });

  it("documents the switches of PoolMon in the form that its documentation has", () => {
    for (const [id, { template }] of all)
      if (id.startsWith("poolmon")) expect(template).not.toMatch(/poolmon[^&]* -\w/);
  });

  it("knows which need a tag or a driver", () => {
    expect(placeholdersOf("findstr-drivers")).toEqual(["tag"]);
    expect(placeholdersOf("driver-version")).toEqual(["driver"]);
    expect(placeholdersOf("logman-stop")).toEqual([]);
    expect(isCommandId("toString")).toBe(false);
  });
});

describe("filling a command", () => {
  it("puts a tag and a driver into the debugger's commands as the debugger takes them", () => {
    expect(filled("kd-search-tag", "Dh 1")).toBe('!for_each_module s -a @#Base @#End "Dh 1"');
    expect(filled("kd-poolused-tag", "Leak")).toBe("!poolused 1 Leak");
    expect(filled("kd-poolused-tag", "Irp")).toBe("!poolused 1 Irp?");
    expect(filled("kd-poolfind", "Dh 1")).toBe("!poolfind Dh?1");
    expect(filled("kd-hit-tag", "Lea2")).toBe("ed nt!PoolHitTag 3261654c");
    expect(filled("kd-hit-tag", "Abc")).toBe("ed nt!PoolHitTag 20636241");
    expect(filled("kd-module", undefined, "my-filter.sys")).toBe("lmvm my_filter");
    expect(filled("kd-verifier", undefined, "myfault.sys")).toBe("!verifier 3 myfault.sys");
    expect(filled("verifier-pool", undefined, "myfault.sys")).toBe("verifier /flags 8 /driver myfault.sys");
    expect(fillCommand("kd-search-tag", { tag: 'a"; q' })).toMatchObject({ ok: false });
    expect(placeholdersOf("kd-hit-tag")).toEqual(["tag"]);
    expect(placeholdersOf("kd-module")).toEqual(["driver"]);
  });

  it("puts a plain tag in as it is", () => {
    expect(filled("findstr-drivers", "Leak")).toBe("findstr /m /l Leak C:\\Windows\\System32\\drivers\\*.sys");
    expect(filled("poolmon-tag", "Leak")).toBe("poolmon /iLeak /b");
  });

  it("quotes a blank for findstr, which would look for either half, and makes it ? for PoolMon", () => {
    expect(filled("findstr-drivers", "Ddk ")).toContain('/l /c:"Ddk " C:');
    expect(filled("strings", "Dh 1")).toMatch(/findstr \/l \/c:"Dh 1"$/);
    expect(filled("poolmon-tag", "Ddk ")).toBe('poolmon "/iDdk?" /b');
    expect(filled("poolmon-exclude", "Irp")).toBe('poolmon "/xIrp?" /b');
  });

  it("quotes what the prompt would take for its own", () => {
    expect(filled("findstr-drivers", "a&b|")).toContain('/c:"a&b|"');
    expect(filled("poolmon-tag", "*a*b")).toBe('poolmon "/i?a?b" /b');
    expect(filled("trace-tag", "a^b>")).toContain('-PoolTag "a^b>" ');
  });

  it("refuses with a sentence what is no tag", () => {
    for (const tag of [undefined, "", "Leaks", "    ", "a\nb", "é", "a\0b", 'a"&c', "%OS%", "a\\b"]) {
      const result = fillCommand("findstr-drivers", { tag });
      expect(result.ok, JSON.stringify(tag)).toBe(false);
      if (!result.ok) expect(result.problem).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("refuses with a sentence what is no plain file name", () => {
    for (const driver of [
      undefined,
      "",
      "myfault",
      "..\\a.sys",
      "C:\\a.sys",
      "a/b.sys",
      "a b.sys",
      "a.sys;calc.exe",
      "$(calc).sys",
      "a'.sys",
      "-a.sys",
      "..sys",
      "a..sys",
      "*.sys",
      `${"a".repeat(99)}.sys`,
      "a.sys\n",
    ]) {
      const result = fillCommand("driver-version", { driver });
      expect(result.ok, JSON.stringify(driver)).toBe(false);
      if (!result.ok) expect(result.problem).toMatch(/^[A-Z].*\.$/);
    }
    for (const driver of ["myfault.sys", "win32k.sys", "nvlddmkm.sys", "rtf64x64.sys", "hal.dll", "e1i-65_x.SYS"])
      expect(filled("driver-version", undefined, driver)).toContain(`drivers\\${driver}`);
  });

  it("refuses an id that is none, without repeating all of it", () => {
    const result = fillCommand(`${"x".repeat(500)}<script>`, {});
    expect(result).toMatchObject({ ok: false });
    expect(JSON.stringify(result).length).toBeLessThan(100);
  });

  it("never lets a tag out of its quotes, whatever a link says", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 6, unit: "binary-ascii" }),
        fc.constantFrom(...all.map(([id]) => id)),
        (tag, id) => {
          const result = fillCommand(id, { tag, driver: "a.sys" });
          if (!result.ok || placeholdersOf(id).length === 0) return;
          const plain = filled(id, "Leak", "a.sys");
          // What the prompt acts on outside quotes is the same as for a harmless tag.
          const bare = (text: string): string => text.replaceAll(/"[^"]*"/g, "").replaceAll(/[^&|<>^%()\r\n]/g, "");
          expect(bare(result.text)).toBe(bare(plain));
          expect(result.text.split('"').length % 2).toBe(1);
        },
      ),
      { seed: 2012, numRuns: 2000 },
    );
  });

  it("never puts a refused driver in", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30, unit: "binary-ascii" }), (driver) => {
        const result = fillCommand("driver-version", { driver });
        if (result.ok) expect(driver).toMatch(/^[\w.-]+$/);
      }),
      { seed: 2012, numRuns: 2000 },
    );
  });
});
