import type { ExtendedValue } from "../../notebook/value/Value.ts";
import { count as counted } from "../../notebook/value/words.ts";
import { element, type Child } from "../../notebook/view/element.ts";
import type { RegisteredView } from "../../notebook/view/renderExtended.ts";
import type { ViewContext } from "../../notebook/view/ViewContext.ts";
import type { NamespaceMap, NamespaceProcess, NamespaceVisit } from "../../pool/analyzers/sharedMemory/namespaceMap.ts";
import { readNamespaces } from "./readNamespaces.ts";

/** Shows which process, in which session, finds which name in which directory: a row for each process, a column for each directory. */
export const namespacesView: RegisteredView = {
  view: (value, context) => renderNamespaces(mapIn(value), context),
  describe: (value) => {
    const { processes, directories } = mapIn(value);
    const failed = processes.filter(({ visits }) => visits.some(({ error }) => error !== 0));
    return `${counted(processes.length, "process", "processes")} and ${counted(directories.length, "directory", "directories")}; calls failed in ${failed.map(({ process }) => process).join(", ") || "none"}.`;
  },
};

function mapIn({ data }: ExtendedValue): NamespaceMap {
  const map = readNamespaces(data);
  if (!map) throw new Error("These are no namespaces as the library shows them.");
  return map;
}

function renderNamespaces({ directories, processes, log }: NamespaceMap, context: ViewContext): Element {
  const make = (tag: string, attributes: Record<string, string>, ...children: Child[]) =>
    element(context, tag, attributes, ...children);
  const head = directories.map((directory) =>
    make(
      "th",
      { scope: "col", role: "columnheader" },
      make("code", {}, ...breakable(directory, context)),
      make("span", { class: "namespace-whose" }, whoseIs(directory)),
    ),
  );
  const rows = processes.map((process) =>
    make(
      "tr",
      { role: "row" },
      make("th", { scope: "row", role: "rowheader" }, ...nameOf(process, context)),
      ...directories.map((directory) => {
        const visits = process.visits.filter((visit) => visit.directory === directory);
        if (visits.length === 0) return make("td", { class: "namespace-none", role: "cell" }, "does not look here");
        // On a narrow page the cell stands alone, away from its heading.
        const where = make(
          "code",
          { class: "namespace-where", "aria-hidden": "true" },
          ...breakable(directory, context),
        );
        return make("td", { role: "cell" }, where, ...visits.map((visit) => renderVisit(visit, log, context)));
      }),
    ),
  );
  return make(
    "div",
    { class: "value value-namespaces" },
    make(
      "table",
      // As blocks, on a narrow page, its parts would no longer be those of a table to who hears it.
      { role: "table" },
      make("caption", {}, "Who looks for the name in which directory, and what comes of it"),
      make(
        "thead",
        { role: "rowgroup" },
        make("tr", { role: "row" }, make("th", { scope: "col", role: "columnheader" }, "Process"), ...head),
      ),
      make("tbody", { role: "rowgroup" }, ...rows),
    ),
  );
}

/** A path may be broken behind its backslashes. */
function breakable(path: string, context: ViewContext): Child[] {
  return path
    .split(/(?<=\\)/)
    .flatMap((part, at) => (at === 0 ? [part] : [context.document.createElement("wbr"), part]));
}

function whoseIs(directory: string): string {
  const session = /^\\Sessions\\(\d+)\\/.exec(directory)?.[1];
  return session === undefined ? "session 0, and Global\\ from everywhere" : `session ${session} alone`;
}

function nameOf({ process, processId, session, user }: NamespaceProcess, context: ViewContext): Child[] {
  const where = `session ${session}, ${user}`;
  return [
    element(context, "code", {}, process),
    ` ${processId}`,
    element(context, "span", { class: "namespace-whose" }, where),
  ];
}

/** What came of a call, in two or three words. */
function resultOf({ does, cause, error }: NamespaceVisit): string {
  if (error === 183) return "gets the one that is there";
  if (error === 0) return does === "makes" ? "makes it" : "finds it";
  if (error === 2) return cause === "other namespace" ? "not here" : "not there";
  return error === 5 ? "denied" : "fails";
}

function renderVisit(visit: NamespaceVisit, log: string | undefined, context: ViewContext): Element {
  const { does, name, error, count, line } = visit;
  const place = context.logOf?.(line, log);
  const words = `${resultOf(visit)}${error === 0 ? "" : `, error ${error}`}`;
  const result = place
    ? element(
        context,
        "a",
        { class: "log-line", href: place.href, "data-log": place.log, "data-line": String(line) },
        words,
      )
    : words;
  return element(
    context,
    "p",
    { class: error === 0 || error === 183 ? "namespace-visit" : "namespace-visit namespace-failed" },
    element(context, "strong", {}, result),
    count > 1 && `, ${count} times`,
    element(
      context,
      "span",
      { class: "namespace-asked" },
      error === 0 || error === 183 ? `${does} ` : does === "makes" ? "tries to make " : "tries to open ",
      element(context, "code", {}, ...breakable(name, context)),
    ),
  );
}
