import { expect, test } from "vitest";
import { builtPages } from "./builtSite.ts";
import { weightOf, withImports } from "./pageWeight.ts";

/** Budgets of a page before anybody touches it, brotli: what it costs to read on hotel Wi-Fi. */
const budget = { everything: 120_000, javascript: 35_000 };

test.each(builtPages().map((page) => [page.address, page] as const))("%s stays within its weight", (_, page) => {
  const { everything, javascript } = weightOf(page);
  expect(javascript).toBeLessThanOrEqual(budget.javascript);
  expect(everything).toBeLessThanOrEqual(budget.everything);
});

test("the editor, the charts and the compiler are not on the reading path", () => {
  for (const page of builtPages()) {
    for (const script of page.document.querySelectorAll("script[src]")) {
      for (const part of withImports(script.getAttribute("src")!)) {
        expect(part, page.address).not.toMatch(/monaco|editor\.api|observablehq|plot\.|acorn|pagefind-ui/i);
      }
    }
  }
});
