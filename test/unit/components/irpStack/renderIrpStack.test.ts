import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { readIrpStack } from "../../../../src/components/irpStack/readIrpStack.ts";
import { irpStackView } from "../../../../src/components/irpStack/renderIrpStack.ts";
import type { ExtendedValue } from "../../../../src/notebook/value/Value.ts";
import { encodeValue } from "../../../../src/notebook/value/encodeValue.ts";
import type { IrpStack } from "../../../../src/pool/index.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const context = {
  document: document as unknown as Document,
  maxRows: 20,
  logOf: (line: number, log: string | undefined) => (log ? { log, href: `#log-${line}` } : undefined),
};

const request: IrpStack = {
  kind: "irpStack",
  address: "ffffe48c1bddd410",
  current: 2,
  log: "irp.txt",
  locations: [
    { number: 1, isCurrent: false, control: 0, line: 10 },
    {
      ...{ number: 2, isCurrent: true, driver: "\\Driver\\disk", major: "IRP_MJ_WRITE", control: 0x41, line: 14 },
      ...{ routine: "mirror+0x2c40", setBy: "\\Driver\\mirror" },
    },
    { number: 3, isCurrent: false, driver: "\\Driver\\mirror", major: "IRP_MJ_WRITE", control: 0x01, line: 18 },
  ],
};
const shown = (stack: object) => irpStackView.view(encodeValue(stack) as ExtendedValue, context);

describe("a request's stack", () => {
  test("marks who holds it, and says each Control byte in words", () => {
    const view = shown(request);
    expect(view.querySelector(".irp-head")!.textContent).toBe(
      "\\Driver\\disk holds the request: location 2 of 3, IRP_MJ_WRITE.",
    );
    expect(view.querySelectorAll(".irp-current")).toHaveLength(1);
    const [disk, mirror] = view.querySelectorAll(".irp-location");
    expect(disk!.querySelector(".visually-hidden")!.textContent).toBe("cl 41: Success, pending.");
    expect([...disk!.querySelectorAll(".irp-set")].map(({ textContent }) => textContent)).toEqual([
      "Success",
      "pending",
    ]);
    expect(mirror!.querySelector("a")!.getAttribute("data-line")).toBe("18");
    expect(view.querySelector(".irp-unused")!.textContent).toContain("1: not filled in");
  });

  test("says below which routine is called on which result", () => {
    const rows = [...shown(request).querySelectorAll(".irp-calls tbody tr")];
    expect(rows).toHaveLength(1);
    expect(rows[0]!.textContent).toContain("set by \\Driver\\mirror");
    expect([...rows[0]!.querySelectorAll("td")].map(({ textContent }) => textContent)).toEqual([
      "called",
      "not called",
      "not called",
    ]);
  });

  test("has no table without a routine, and no holder once it is done", () => {
    const locations = request.locations.filter(({ routine }) => routine === undefined);
    const view = shown({ kind: "irpStack", locations });
    expect(view.querySelector("table")).toBeNull();
    expect(view.textContent).toContain("nobody holds now");
  });

  test.each([
    ["nothing", undefined],
    ["a list", []],
    ["another kind", { ...request, kind: "verdict" }],
    ["no locations", { ...request, locations: [] }],
    ["a control byte that is none", { ...request, locations: [{ ...request.locations[0], control: 256 }] }],
    ["a driver that is no text", { ...request, locations: [{ ...request.locations[0], driver: 4 }] }],
    ["a line that is no number", { ...request, locations: [{ ...request.locations[0], line: "3" }] }],
  ])("is not taken for one: %s", (_, data) => {
    expect(readIrpStack(data)).toBeUndefined();
  });

  test("is described in a sentence for who hears the page", () => {
    expect(irpStackView.describe!(encodeValue(request) as ExtendedValue)).toContain("\\Driver\\disk holds");
  });
});
