import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { reportView } from "../../../../src/components/report/reportView.ts";
import { encodeValue } from "../../../../src/notebook/value/encodeValue.ts";
import type { ExtendedValue } from "../../../../src/notebook/value/Value.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const context = { document: document as unknown as Document, maxRows: 20 };
const shown = (value: object) => reportView.view(encodeValue(value) as ExtendedValue, context);

describe("a report", () => {
  test("is shown whole, as text, with a button that copies it", () => {
    const element = shown({ kind: "report", text: "Leak <b>3.5 GiB</b>\n  nt!ExAllocatePoolWithTag" });
    expect(element.querySelector("pre")!.textContent).toBe("Leak <b>3.5 GiB</b>\n  nt!ExAllocatePoolWithTag");
    expect(element.querySelector("b")).toBeNull();
    expect(element.querySelector("button")!.textContent).toBe("Copy the report");
  });

  test("says its first line to who hears the page", () => {
    const value = encodeValue({ kind: "report", text: "The pool leaks.\n\nPool: paged" }) as ExtendedValue;
    expect(reportView.describe!(value)).toBe("A report: The pool leaks.");
  });

  test.each([{}, { text: 7 }, { text: "" }])("that is none is refused, and shown as a tree instead", (rest) => {
    expect(() => shown({ kind: "report", ...rest })).toThrow("no report");
  });
});
