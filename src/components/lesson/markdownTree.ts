import { mdxToMdast, type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement } from "satteri";

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** The tree of an MDX file; its positions count from the file's first line. */
export function markdownTree(text: string): MdastNode {
  return mdxToMdast(text);
}

/** The elements of a name in a tree, outside in and in their order. */
export function elementsIn(node: MdastNode, name: string): JsxElement[] {
  const own = isElement(node) && node.name === name ? [node] : [];
  return [...own, ...childrenOf(node).flatMap((child) => elementsIn(child, name))];
}

/** An attribute's text; undefined where it is not there, and where it is an expression. */
export function attributeOf(element: JsxElement, name: string): string | undefined {
  const attribute = element.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
  return typeof attribute?.value === "string" ? attribute.value : undefined;
}

export function hasAttribute(element: JsxElement, name: string): boolean {
  return element.attributes.some((each) => each.type === "mdxJsxAttribute" && each.name === name);
}

/** The words of a node, with code in backticks. */
export function wordsOf(node: MdastNode): string {
  if (node.type === "inlineCode") return `\`${node.value}\``;
  if ("value" in node && typeof node.value === "string") return node.value;
  return childrenOf(node).map(wordsOf).join("");
}

export function lineOf(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}

export function isElement(node: MdastNode): node is JsxElement {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

export function childrenOf(node: MdastNode): MdastNode[] {
  return "children" in node ? (node.children as MdastNode[]) : [];
}
