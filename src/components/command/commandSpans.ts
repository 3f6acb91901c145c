import type { CommandPiece } from "../../pool/commands.ts";

/** A stretch of a command that looks like one thing. */
export interface CommandSpan {
  text: string;
  /** a switch is one word, after whose hyphen no line breaks; what was filled in is shown as such */
  look: "plain" | "switch" | "filled";
}

/** Splits a command for the page, the same way at build and when a link fills it in. */
export function commandSpans(pieces: readonly CommandPiece[]): CommandSpan[] {
  return pieces.flatMap(({ text, isFilled }): CommandSpan[] =>
    isFilled
      ? [{ text, look: "filled" }]
      : text
          .split(/(?<= )([-/][\w(]{1,12})(?= |$)/)
          .map((part, index): CommandSpan => ({ text: part, look: index % 2 === 1 ? "switch" : "plain" }))
          .filter((span) => span.text !== ""),
  );
}
