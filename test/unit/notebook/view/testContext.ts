import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { ViewContext } from "../../../../src/notebook/view/ViewContext.ts";

/** The context the build draws with: linkedom's document and the real drawing library. */
export function testContext(more: Partial<ViewContext> = {}): ViewContext {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  return {
    document: document as unknown as Document,
    maxRows: 20,
    plot: Plot,
    logOf: (line, log = "perfmon.csv") => ({ log, href: `#${log}-${line}` }),
    sourceOf: (cell) => (cell === "growth" ? "const a = 1;\nconst b = growth.foo(a);\n" : undefined),
    ...more,
  };
}

/** One element per line, so that a change can be read in a diff. */
export const linesOf = (element: Element): string => `${element.outerHTML.replaceAll("><", ">\n<")}\n`;
