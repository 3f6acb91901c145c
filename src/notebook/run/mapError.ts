import type { Insertion } from "../compile/Program.ts";
import { mapPosition } from "../compile/mapPosition.ts";
import type { ErrorValue } from "../value/Value.ts";

/** A frame of a stack that stands in a cell; line and column count from 1, in the compiled code. */
export interface CellFrame {
  cell: string;
  line: number;
  column: number;
}

/** How much of an error's own words is kept: a message can quote a whole log. */
const MAX_MESSAGE = 2_000;
const MAX_NAME = 100;

/** V8: `    at growth (cell-growth.ts:3:7)`, `    at async cell-growth.ts:3:7`. */
const chromeFrame = /^\s+at (?:.*[\s(/])?cell-([a-z0-9-]+)\.ts:(\d+):(\d+)\)?$/;
/** Firefox and Safari: `growth@cell-growth.ts:3:7`, with or without an address before the file, or nothing before it. */
const otherFrame = /^(?:[^\n]*[@/])?cell-([a-z0-9-]+)\.ts:(\d+):(\d+)$/;

/** The frames of a stack that stand in cells, innermost first, in the formats of V8, Firefox and Safari. */
export function cellFrames(stack: string, message = ""): CellFrame[] {
  // V8 puts the message before the frames, and a message can look like one.
  const at = message === "" ? -1 : stack.indexOf(message);
  const frames = at >= 0 && at < MAX_NAME ? stack.slice(at + message.length) : stack;
  return frames.split("\n").flatMap((text) => {
    const match = chromeFrame.exec(text) ?? otherFrame.exec(text);
    return match ? [{ cell: match[1]!, line: Number(match[2]), column: Number(match[3]) }] : [];
  });
}

/**
 * What is shown of something a cell threw: its words, and the first place in a cell's own text on the way to it.
 *
 * @param insertionsOf what the compiler put into a cell's lines; undefined for a cell nobody knows
 */
export function mapError(
  { name, message, stack }: ThrownWords,
  insertionsOf: (cell: string) => readonly Insertion[] | undefined,
): ErrorValue {
  const value: ErrorValue = { kind: "error", name: cut(name, MAX_NAME), message: cut(message, MAX_MESSAGE) };
  for (const frame of cellFrames(stack, message)) {
    const insertions = insertionsOf(frame.cell);
    if (!insertions) continue;
    const { line, column } = mapPosition({ insertions: [...insertions] }, frame.line, frame.column);
    return { ...value, cell: frame.cell, line, column };
  }
  return value;
}

/** An error's own words, each a text, empty where it has none. */
export interface ThrownWords {
  name: string;
  message: string;
  stack: string;
}

/**
 * Reads an error's words without trusting it: a cell can throw anything, a getter that throws included.
 *
 * @param nameFiles puts the names of cells' files into a stack that has their addresses
 */
export function readThrown(thrown: unknown, nameFiles: (stack: string) => string = String): ThrownWords {
  if (!hasMessage(thrown)) {
    return { name: "Error", message: `The cell threw ${inWords(thrown)} instead of an error.`, stack: "" };
  }
  return {
    name: textOf(thrown, "name") || "Error",
    message: textOf(thrown, "message"),
    stack: nameFiles(textOf(thrown, "stack")),
  };
}

function hasMessage(thrown: unknown): thrown is object {
  try {
    return typeof thrown === "object" && thrown !== null && "message" in thrown;
  } catch {
    return false;
  }
}

function textOf(thrown: object, property: string): string {
  try {
    const value: unknown = Reflect.get(thrown, property);
    return typeof value === "string" ? value : "";
  } catch {
    return "";
  }
}

function inWords(thrown: unknown): string {
  if (typeof thrown === "string") return `the text “${cut(thrown, 200)}”`;
  if (typeof thrown === "object" && thrown !== null) return "an object";
  return typeof thrown === "function" ? "a function" : `“${String(thrown)}”`;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
