import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { readNamespaces } from "../../../../src/components/namespaces/readNamespaces.ts";
import { namespacesView } from "../../../../src/components/namespaces/renderNamespaces.ts";
import type { ExtendedValue } from "../../../../src/notebook/value/Value.ts";
import { encodeValue } from "../../../../src/notebook/value/encodeValue.ts";
import type { NamespaceMap } from "../../../../src/pool/index.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const context = {
  document: document as unknown as Document,
  maxRows: 20,
  logOf: (line: number, log: string | undefined) => (log ? { log, href: `#log-${line}` } : undefined),
};

const root = "\\BaseNamedObjects";
const own = "\\Sessions\\1\\BaseNamedObjects";
const map: NamespaceMap = {
  kind: "namespaces",
  directories: [root, own],
  log: "calls.csv",
  processes: [
    {
      ...{ process: "App.exe", processId: 4, session: 1, user: "anna" },
      visits: [{ directory: own, name: "Counters", does: "makes", cause: "ok", error: 0, count: 1, line: 2 }],
    },
    {
      ...{ process: "rundll32.exe", processId: 8, session: 0, user: "SYSTEM" },
      visits: [
        { directory: root, name: "Counters", does: "opens", cause: "other namespace", error: 2, count: 12, line: 3 },
        { directory: root, name: "Global\\Counters", does: "opens", cause: "security", error: 5, count: 1, line: 15 },
      ],
    },
  ],
};
const shown = (value: object) => namespacesView.view(encodeValue(value) as ExtendedValue, context);

describe("sessions and their namespaces", () => {
  test("have a row for each process and a column for each directory, with what came of each call", () => {
    const rows = [...shown(map).querySelectorAll("tbody tr")];
    expect(rows.map((row) => row.querySelectorAll("td").length)).toEqual([2, 2]);
    const [none, made] = rows[0]!.querySelectorAll("td");
    expect(none!.textContent).toBe("does not look here");
    expect(made!.querySelector("strong")!.textContent).toBe("makes it");
    const [failed] = rows[1]!.querySelectorAll("td");
    expect([...failed!.querySelectorAll("strong")].map(({ textContent }) => textContent)).toEqual([
      "not here, error 2",
      "denied, error 5",
    ]);
    expect(failed!.textContent).toContain("12 times");
    expect(failed!.querySelectorAll(".namespace-failed")).toHaveLength(2);
    expect(failed!.querySelector("a")!.getAttribute("data-line")).toBe("3");
  });

  test("say whose each directory is", () => {
    const heads = [...shown(map).querySelectorAll("thead th")].map(({ textContent }) => textContent);
    expect(heads[1]).toContain("session 0");
    expect(heads[2]).toContain("session 1 alone");
  });

  test("are described in a sentence for who hears the page", () => {
    expect(namespacesView.describe!(encodeValue(map) as ExtendedValue)).toBe(
      "2 processes and 2 directories; calls failed in rundll32.exe.",
    );
  });

  test.each([
    ["nothing", null],
    ["another kind", { ...map, kind: "stacks" }],
    ["no directories", { ...map, directories: [] }],
    ["a process without visits", { ...map, processes: [{ ...map.processes[0], visits: undefined }] }],
    [
      "a visit that neither makes nor opens",
      { ...map, processes: [{ ...map.processes[0], visits: [{ ...map.processes[0]!.visits[0], does: "eats" }] }] },
    ],
  ])("are not taken for some: %s", (_, data) => {
    expect(readNamespaces(data)).toBeUndefined();
  });
});
