import type { ColorName } from "../../value/plot/plotGrammar.ts";

/** How each meaning looks is the page's business: its themes set these custom properties. */
const PAINTS: Readonly<Record<ColorName | "none" | "currentColor", string>> = {
  nonpaged: "var(--color-nonpaged)",
  paged: "var(--color-paged)",
  leak: "var(--color-leak)",
  load: "var(--color-load)",
  muted: "var(--color-muted)",
  text: "currentColor",
  none: "none",
  currentColor: "currentColor",
};

/** The paint of a colour named by its meaning. */
export const paintOf = (name: string): string => PAINTS[name as ColorName];

/** Series without a meaning of their own are grey; the leak's colour is never given by default. */
export const PAINTS_OF_SERIES = [PAINTS.muted];

export const PAPER = "var(--color-page)";
