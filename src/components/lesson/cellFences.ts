import { fileURLToPath } from "node:url";
import { defineMdastPlugin, type MdastPluginEntry, type MdxJsxAttributeUnion } from "satteri";
import { attributeOf, wordsOf, type JsxElement } from "./markdownTree.ts";

/** The components that a page of `content/` may use without importing them. */
const components = [
  "Cell",
  "Command",
  "Commands",
  "CourseProgress",
  "Exercise",
  "GlossaryFilter",
  "Hint",
  "Log",
  "Original",
  "Path",
  "Questions",
  "Solution",
  "SolvedCount",
  "TagTable",
  "Term",
];

/** Kinds of fences that become components; everything else stays code. */
const fenceKinds: Record<string, string> = { cell: "Cell", exercise: "Exercise" };

/** Fences that belong to an exercise: they are shown by it, not where they stand. */
const partsOfAnExercise = new Set(["solution", "check"]);

const content = fileURLToPath(new URL("../../../content/", import.meta.url));

/** Attributes as the tree has them. */
const attributes = (values: Record<string, string>): MdxJsxAttributeUnion[] =>
  Object.entries(values).map(([name, value]) => ({ type: "mdxJsxAttribute", name, value }));

/** The content id of a page from its file: `lessons/perfmon`. */
function pageIdOf(fileURL: URL): string {
  return fileURLToPath(fileURL)
    .slice(content.length)
    .replaceAll("\\", "/")
    .replace(/\.mdx$/, "");
}

/**
 * Turns the fences of a lesson into components: a fence ` ```ts cell id="growth" ` becomes `<Cell id="growth" page="lessons/perfmon">`.
 * The text of the cell is not passed on: `loadLesson` reads all fences of the file at once, since cells are one program.
 */
export const cellFences: MdastPluginEntry = ({ fileURL, sourceFormat }) => {
  if (sourceFormat !== "mdx" || !fileURL || !fileURLToPath(fileURL).startsWith(content)) return null;
  const page = pageIdOf(fileURL);
  /** for each hint of the page, in order, its exercise */
  let hints: string[] = [];
  const counted = new Map<string, number>();
  let sets = 0;
  let terms = 0;
  /** A term gets its name and a number, under which the page has what it means. */
  const term = (node: JsxElement) => ({
    ...node,
    attributes: attributes({ name: attributeOf(node, "name") ?? wordsOf(node), number: String(++terms) }),
  });
  return defineMdastPlugin({
    name: "cell-fences",
    before(root, context) {
      const first = root.children[0];
      if (!first) return;
      hints = root.children.flatMap((node) =>
        node.type === "mdxJsxFlowElement" && node.name === "Hint" ? [attributeOf(node, "for") ?? ""] : [],
      );
      const names = components.join(", ");
      context.insertBefore(first, {
        type: "mdxjsEsm",
        value: `import { ${names} } from "/src/components/lesson/index.ts";`,
      });
    },
    mdxJsxFlowElement(node, context) {
      if (attributeOf(node, "number") !== undefined) return;
      if (node.name === "Term") context.replaceNode(node, term(node) as typeof node);
      // What stands in it is read from the file, by `readQuestions`.
      if (node.name === "Questions")
        context.replaceNode(node, { ...node, attributes: attributes({ number: String(sets++) }), children: [] });
      if (node.name !== "Hint") return;
      const exercise = attributeOf(node, "for") ?? "";
      const total = hints.filter((other) => other === exercise).length;
      const number = (counted.get(exercise) ?? 0) + 1;
      counted.set(exercise, number);
      context.replaceNode(node, {
        ...node,
        attributes: [...node.attributes, ...attributes({ number: String(number), of: String(total) })],
      });
    },
    mdxJsxTextElement(node, context) {
      if (node.name === "Term" && attributeOf(node, "number") === undefined)
        context.replaceNode(node, term(node) as typeof node);
    },
    code(node, context) {
      const [, kind, rest = ""] = /^(\w+)\b(.*)$/.exec(node.meta ?? "") ?? [];
      if (node.lang !== "ts" || !kind) return;
      if (partsOfAnExercise.has(kind)) {
        context.removeNode(node);
        return;
      }
      const name = fenceKinds[kind];
      const id = /\bid="([^"]*)"/.exec(rest)?.[1];
      if (!name || !id) return;
      context.replaceNode(node, {
        type: "mdxJsxFlowElement",
        name,
        attributes: attributes({ id, page }),
        children: [],
      });
    },
  });
};
