import { fileURLToPath } from "node:url";
import { defineMdastPlugin, type MdastPluginEntry, type MdxJsxFlowElement } from "satteri";

/** The components that a page of `content/` may use without importing them. */
const components = ["Cell", "Command", "Exercise", "Hint", "Log", "Original", "Path", "Solution", "SolvedCount"];

/** Kinds of fences that become components; everything else stays code. */
const fenceKinds: Record<string, string> = { cell: "Cell", exercise: "Exercise" };

/** Fences that belong to an exercise: they are shown by it, not where they stand. */
const partsOfAnExercise = new Set(["solution", "check"]);

const content = fileURLToPath(new URL("../../../content/", import.meta.url));

function attributeOf(node: MdxJsxFlowElement, name: string): string {
  const attribute = node.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
  return typeof attribute?.value === "string" ? attribute.value : "";
}

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
  return defineMdastPlugin({
    name: "cell-fences",
    before(root, context) {
      const first = root.children[0];
      if (!first) return;
      hints = root.children.flatMap((node) =>
        node.type === "mdxJsxFlowElement" && node.name === "Hint" ? [attributeOf(node, "for")] : [],
      );
      const names = components.join(", ");
      context.insertBefore(first, {
        type: "mdxjsEsm",
        value: `import { ${names} } from "/src/components/lesson/index.ts";`,
      });
    },
    mdxJsxFlowElement(node, context) {
      if (node.name !== "Hint" || attributeOf(node, "number") !== "") return;
      const exercise = attributeOf(node, "for");
      const total = hints.filter((other) => other === exercise).length;
      const number = (counted.get(exercise) ?? 0) + 1;
      counted.set(exercise, number);
      context.replaceNode(node, {
        ...node,
        attributes: [
          ...node.attributes,
          { type: "mdxJsxAttribute", name: "number", value: String(number) },
          { type: "mdxJsxAttribute", name: "of", value: String(total) },
        ],
      });
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
        attributes: [
          { type: "mdxJsxAttribute", name: "id", value: id },
          { type: "mdxJsxAttribute", name: "page", value: page },
        ],
        children: [],
      });
    },
  });
};
