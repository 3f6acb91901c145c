import codeBytes from "../../styles/codeBytes.css?url";
import irpStack from "../../styles/irpStack.css?url";
import namespaces from "../../styles/namespaces.css?url";
import report from "../../styles/report.css?url";
import stacks from "../../styles/stacks.css?url";
import type { Value } from "../../notebook/value/Value.ts";

/** The style sheets of kinds of value that few pages show: a page that has none of them does not carry their weight. */
const sheets = new Map(Object.entries({ codeBytes, irpStack, namespaces, report, stacks }));

/** What must be there to show these values as they should look. */
export function styleSheetsFor(values: readonly Value[]): string[] {
  const kinds = new Set(values.map((value) => (value.kind === "extended" ? value.type : value.kind)));
  return [...kinds].flatMap((kind) => sheets.get(kind) ?? []);
}

/** Fetches what the page was not built with: a reader may write a cell that shows another kind of value than the lesson's. */
export async function loadStyleSheets(values: readonly Value[]): Promise<void> {
  await Promise.all(styleSheetsFor(values).map(loadStyleSheet));
}

function loadStyleSheet(href: string): Promise<void> | undefined {
  const links = document.querySelectorAll('link[rel="stylesheet"]');
  if ([...links].some((link) => link.getAttribute("href") === href)) return undefined;
  return new Promise((resolve) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    // Without it the value is still legible.
    for (const end of ["load", "error"]) link.addEventListener(end, () => resolve());
    document.head.append(link);
  });
}
