import type { CodeBytes, CodeBytesRow } from "../../pool/analyzers/code/CodeBytes.ts";
import type { ExtendedValue } from "../../notebook/value/Value.ts";
import { count } from "../../notebook/value/words.ts";
import { element } from "../../notebook/view/element.ts";
import type { RegisteredView } from "../../notebook/view/renderExtended.ts";
import type { ViewContext } from "../../notebook/view/ViewContext.ts";
import { readCodeBytes } from "./readCodeBytes.ts";
import { renderBytes } from "./renderBytes.ts";

/** Shows instructions with their bytes: which four of them are the tag, which letters these are, and which byte was changed. */
export const codeBytesView: RegisteredView = {
  view: (value, context) => renderCodeBytes(codeIn(value), context),
  describe: (value) => captionOf(codeIn(value)),
};

function codeIn({ data }: ExtendedValue): CodeBytes {
  const code = readCodeBytes(data);
  if (!code) throw new Error("These are no bytes of code as the library makes them.");
  return code;
}

/** "3 places, 12 rows; the bytes of the tag stand over their letters" */
function captionOf({ rows }: CodeBytes): string {
  if (rows.length === 0) return "no code";
  const places = new Set(rows.map(({ site }) => site)).size;
  const isChanged = rows.some(({ was }) => was !== undefined);
  const more = isChanged ? ", a changed byte over the one it replaced" : "";
  return `${count(places, "place")}; the tag's bytes stand over their letters${more}`;
}

function renderCodeBytes(code: CodeBytes, context: ViewContext): Element {
  const caption = captionOf(code);
  if (code.rows.length === 0) return element(context, "p", { class: "value value-note" }, caption);
  const heading = (text: string) => element(context, "th", { scope: "col", role: "columnheader" }, text);
  return element(
    context,
    "div",
    { class: "value value-code-bytes" },
    element(
      context,
      "table",
      // On a narrow screen rows are stacked by their style, and a table that is not drawn as one is read as one only by its roles.
      { role: "table" },
      element(context, "caption", {}, caption),
      element(
        context,
        "thead",
        { role: "rowgroup" },
        element(
          context,
          "tr",
          { role: "row" },
          heading("Address"),
          heading("Bytes, in memory"),
          heading("Instruction"),
        ),
      ),
      ...groupBySite(code.rows).map((rows) => renderSite(rows, code.log, context)),
    ),
  );
}

/** Rows of one place follow each other. */
function groupBySite(rows: readonly CodeBytesRow[]): CodeBytesRow[][] {
  const groups: CodeBytesRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0]!.site === row.site) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function renderSite(rows: CodeBytesRow[], log: string | undefined, context: ViewContext): Element {
  const title = element(context, "th", { scope: "rowgroup", role: "rowheader", colspan: "3" }, rows[0]!.site);
  const titleRow = element(context, "tr", { role: "row", class: "code-site" }, title);
  return element(context, "tbody", { role: "rowgroup" }, titleRow, ...rows.map((row) => renderRow(row, log, context)));
}

function renderRow(row: CodeBytesRow, log: string | undefined, context: ViewContext): Element {
  const cell = (name: string, child: Node | string) => element(context, "td", { role: "cell", class: name }, child);
  return element(
    context,
    "tr",
    { role: "row", class: row.tagAt === undefined ? undefined : "code-tagged" },
    cell("code-address", addressOf(row, log, context)),
    cell("code-bytes", renderBytes(row, context)),
    cell("code-instruction", row.instruction),
  );
}

function addressOf({ address, line }: CodeBytesRow, log: string | undefined, context: ViewContext): Element | string {
  const place = line === undefined ? undefined : context.logOf?.(line, log);
  if (!place) return address;
  const attributes = { class: "log-line", href: place.href, "data-log": place.log, "data-line": String(line) };
  return element(context, "a", { ...attributes, title: `Show line ${line} of ${place.log}` }, address);
}
