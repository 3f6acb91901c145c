import type { ViewContext } from "./ViewContext.ts";

/** What stands in an element: other elements, or words, which stay words. */
export type Child = Node | string | null | undefined | false;

/** Makes an element; attributes that are undefined are left out. */
export function element(
  { document }: Pick<ViewContext, "document">,
  tag: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: Child[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    made.append(child);
  }
  return made;
}
