import type { CodeBytesRow } from "../../pool/analyzers/code/CodeBytes.ts";
import { element } from "../../notebook/view/element.ts";
import type { ViewContext } from "../../notebook/view/ViewContext.ts";

const TAG_BYTES = 4;

/**
 * The bytes of one row. Those of the tag stand together, each over its letter; a changed one is marked, with the byte that it replaced. Read
 * out, it is said where the tag begins and what was changed.
 */
export function renderBytes({ bytes, tagAt, was }: CodeBytesRow, context: ViewContext): Element {
  const all = bytes.split(" ");
  const before = was?.split(" ");
  const tagEnd = tagAt === undefined ? undefined : tagAt + TAG_BYTES;
  const plain = (from: number, to?: number) => all.slice(from, to).join(" ");
  if (tagAt === undefined) return element(context, "span", {}, plain(0));
  const tag = all.slice(tagAt, tagEnd).map((byte, at) => renderByte(byte, before?.[tagAt + at], context));
  const spoken = ` the tag ${all.slice(tagAt, tagEnd).map(letterOf).join("")}: `;
  const group = element(
    context,
    "span",
    { class: "code-tag" },
    element(context, "span", { class: "visually-hidden" }, spoken),
    ...tag,
  );
  const [ahead, behind] = [plain(0, tagAt), plain(tagEnd!)];
  return element(
    context,
    "span",
    {},
    ahead !== "" && element(context, "span", {}, `${ahead} `),
    group,
    behind !== "" && element(context, "span", {}, ` ${behind}`),
  );
}

function renderByte(byte: string, was: string | undefined, context: ViewContext): Element {
  const isChanged = was !== undefined && was !== byte;
  const letter = element(context, "span", { class: "code-letter", "aria-hidden": "true" }, shownLetter(byte));
  const old =
    isChanged &&
    element(
      context,
      "del",
      {},
      element(context, "span", { class: "visually-hidden" }, "was "),
      was,
      element(context, "span", { "aria-hidden": "true" }, ` ${shownLetter(was)}`),
    );
  return element(context, isChanged ? "ins" : "span", { class: "code-byte" }, `${byte} `, letter, old);
}

/** A blank is a letter of many tags, and cannot be seen. */
function shownLetter(byte: string): string {
  const letter = letterOf(byte);
  return letter === " " ? "␣" : letter;
}

/** The protected bit is no part of the letter. */
function letterOf(byte: string): string {
  const code = parseInt(byte, 16) & 0x7f;
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : ".";
}
