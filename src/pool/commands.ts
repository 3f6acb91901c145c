export type { Command, CommandPart } from "./commands/Command.ts";
export { commands, isCommandId, placeholdersOf, type CommandId } from "./commands/commandTable.ts";
export {
  fillCommand,
  fillPieces,
  problemOfDriver,
  problemOfTag,
  type CommandFill,
  type CommandPiece,
  type FilledCommand,
} from "./commands/fillCommand.ts";
