import type { Command } from "./Command.ts";
import { counterCommands } from "./counterCommands.ts";
import { debuggerCommands } from "./debuggerCommands.ts";
import { driverCommands } from "./driverCommands.ts";
import { dumpCommands } from "./dumpCommands.ts";
import { hitCommands } from "./hitCommands.ts";
import { machineCommands } from "./machineCommands.ts";
import { patchCommands } from "./patchCommands.ts";
import { poolmonCommands } from "./poolmonCommands.ts";
import { recordingCommands } from "./recordingCommands.ts";
import { verifierCommands } from "./verifierCommands.ts";
import { traceCommands } from "./traceCommands.ts";
import { requestCommands } from "./requestCommands.ts";
import { sharedMemoryCommands } from "./sharedMemoryCommands.ts";

/** Every command that a lesson or a verdict names, by its id. Pages show commands from here only. */
export const commands = {
  ...counterCommands,
  ...poolmonCommands,
  ...driverCommands,
  ...machineCommands,
  ...debuggerCommands,
  ...dumpCommands,
  ...patchCommands,
  ...hitCommands,
  ...recordingCommands,
  ...verifierCommands,
  ...traceCommands,
  ...requestCommands,
  ...sharedMemoryCommands,
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;

/** Whether a text, from a link perhaps, is the id of a command. */
export function isCommandId(id: string): id is CommandId {
  return Object.hasOwn(commands, id);
}

/** What stands in braces in a command's template: what `fillCommand` needs. */
export function placeholdersOf(id: CommandId): ("tag" | "driver")[] {
  const template: string = commands[id].template;
  const needs = { tag: /\{tag(?:Value)?\}/, driver: /\{(?:driver|module)\}/ };
  return (["tag", "driver"] as const).filter((name) => needs[name].test(template));
}
