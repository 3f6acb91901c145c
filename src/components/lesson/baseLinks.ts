import { defineMdastPlugin } from "satteri";

const base = (process.env["BASE"] ?? "/").replace(/\/$/, "");

/** Lessons link to each other by their addresses, `/lessons/poolmon/`; under a sub-path the base goes before them. */
export const baseLinks = defineMdastPlugin({
  name: "base-links",
  link(node, context) {
    if (base && node.url.startsWith("/") && !node.url.startsWith("//"))
      context.setProperty(node, "url", base + node.url);
  },
});
