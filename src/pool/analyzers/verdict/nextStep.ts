import { fillCommand, type CommandFill, type CommandId } from "../../commands.ts";
import type { NextStep } from "./Verdict.ts";

/** A next step with its command filled in. Where the tag cannot stand in a command, the sentence says so. */
export function nextStep(what: string, command: CommandId, fill: CommandFill = {}): NextStep {
  const filled = fillCommand(command, fill);
  return filled.ok ? { what, command, text: filled.text } : { what: `${what} ${filled.problem}`, command, text: "" };
}
