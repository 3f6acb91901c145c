export type { Command, CommandPart } from "./commands/Command.ts";
export { commands, isCommandId, placeholdersOf, type CommandId } from "./commands/commandTable.ts";
export {
  fillCommand,
  problemOfDriver,
  problemOfTag,
  type CommandFill,
  type FilledCommand,
} from "./commands/fillCommand.ts";
