import type { CommandReader, DebuggerCommand, OutputLine } from "../DebuggerCommand.ts";
import type { DebuggerSession } from "../DebuggerSession.ts";
import type { Module } from "./Module.ts";
import { parseModuleDetail } from "./parseModuleDetail.ts";
import { parseModuleRow } from "./parseModuleRow.ts";

const RE_HEADER = /^[ \t]{0,16}start\s{1,20}end\s{1,24}module name\s{0,8}$/i;
const RE_UNLOADED = /^[ \t]{0,16}Unloaded modules:\s{0,8}$/i;
/** No system has loaded more. */
const MOST_MODULES = 100_000;

/** Reads what `lm`, `lm a`, `lmvm` and `lmDvm` list. */
export class ModuleReader implements CommandReader {
  private readonly modules: Module[];
  /** whether rows may come: below a header */
  private isOpen = false;
  private isUnloaded = false;
  private current: Module | undefined;

  constructor({ modules }: DebuggerSession) {
    this.modules = modules;
  }

  take({ output, part }: DebuggerCommand): boolean {
    if (part === 0) this.close();
    const before = this.modules.length;
    for (const line of output) this.takeLine(line);
    return this.modules.length > before;
  }

  finish(): void {
    this.close();
  }

  private close(): void {
    this.isOpen = false;
    this.isUnloaded = false;
    this.current = undefined;
  }

  private takeLine({ text, line }: OutputLine): void {
    if (RE_HEADER.test(text)) {
      this.close();
      this.isOpen = true;
      return;
    }
    if (!this.isOpen) return;
    if (RE_UNLOADED.test(text)) {
      this.isUnloaded = true;
      this.current = undefined;
      return;
    }
    const module = parseModuleRow(text, line, this.isUnloaded);
    if (module && this.modules.length < MOST_MODULES) {
      this.modules.push(module);
      this.current = module;
    } else if (this.current) parseModuleDetail(text, this.current);
  }
}
