import type { ProblemList } from "../../text/ProblemList.ts";
import { parseAddress, type Address } from "../Address.ts";
import type { CommandReader, DebuggerCommand } from "../DebuggerCommand.ts";
import type { ObjectEntry } from "./ObjectEntry.ts";

const LONGEST_LINE = 1000;

/** `Object: e12bf480  Type: (821ed420) Directory` */
const RE_OBJECT = /^\s{0,8}Object: ([0-9a-f`]{8,17})\s{1,8}Type: \(([0-9a-f`]{8,17})\) (\S.{0,60}?)\s*$/i;
/** `    Directory Object: e10010e0  Name: Driver`: where it lies, and its name there. */
const RE_PARENT = /^\s{0,20}Directory Object: ([0-9a-f`]{8,17})\s{1,8}Name: (.{1,400}?)\s*$/i;
const RE_HEADER = /^\s{0,20}Hash Address\s{1,40}Type\s{1,60}Name\s*$/i;
const RE_RULE = /^\s{0,20}----[ -]{4,160}$/;
/** A row of a directory: the hash stands only on the first of its chain. `ALPC Port` is the one type of two words. */
const RE_ROW =
  /^\s{1,20}(?:(\d{2})\s{1,8})?([0-9a-f`]{8,17})\s{1,4}(ALPC Port|\S{1,60})(?:\s{1,60}(\S.{0,400}?))?\s*$/i;
/** `!object \BaseNamedObjects` */
const RE_COMMAND = /^!object\s{1,8}(\\.{0,400}?)\s*$/i;

interface Header {
  address: Address;
  type: string;
  line: number;
}

/** Reads `!object`: the table of a directory, or one object. */
export class ObjectReader implements CommandReader {
  private readonly objects: ObjectEntry[];
  private readonly problems: ProblemList;
  /** paths of the directories seen so far: a directory is printed with its parent's address, not its path */
  private readonly paths = new Map<Address, string>();
  private header: Header | undefined;
  private entry: ObjectEntry | undefined;
  private directory: string | undefined;
  private inTable = false;

  constructor(objects: ObjectEntry[], problems: ProblemList) {
    this.objects = objects;
    this.problems = problems;
  }

  take(command: DebuggerCommand): boolean {
    if (command.part === 0) this.finish();
    const asked = RE_COMMAND.exec(command.text)?.[1];
    let isUnderstood = false;
    for (const { text, line } of command.output) {
      if (text.length > LONGEST_LINE) continue;
      if (this.takeLine(text, line, asked)) isUnderstood = true;
    }
    return isUnderstood;
  }

  finish(): void {
    this.addSingle();
    this.inTable = false;
    this.directory = undefined;
  }

  private takeLine(text: string, line: number, asked: string | undefined): boolean {
    const object = RE_OBJECT.exec(text);
    const address = object ? parseAddress(object[1]!) : undefined;
    if (object && address !== undefined) {
      this.finish();
      this.header = { address, type: object[3]!, line };
      this.entry = entryOf("", "", this.header);
      if (asked !== undefined) this.place(asked);
      return true;
    }
    const parent = this.header ? RE_PARENT.exec(text) : null;
    if (parent && this.entry) {
      if (asked === undefined) this.place(this.pathOf(parent[1]!, parent[2]!));
      return true;
    }
    if (RE_HEADER.test(text)) {
      this.inTable = true;
      this.directory ??= asked ?? "";
      // The table stands for its directory: only what lies in it is listed.
      this.entry = undefined;
      return true;
    }
    if (!this.inTable) return false;
    return RE_RULE.test(text) || this.takeRow(text, line);
  }

  private takeRow(text: string, line: number): boolean {
    if (/^\s*\.\.\.\s*$/.test(text)) {
      const message = "The listing was shortened here with ...: an object that is not in it may exist all the same.";
      this.problems.add("object listing", line, "doubt", message);
      return true;
    }
    const row = RE_ROW.exec(text);
    const address = row ? parseAddress(row[2]!) : undefined;
    if (!row || address === undefined) return false;
    const directory = this.directory ?? "";
    // A registry key's name is printed with a backslash of its own.
    const name = (row[4] ?? "").replace(/^\\/, "");
    this.objects.push(entryOf(directory, name, { address, type: row[3]!, line }));
    if (row[3] === "Directory" && directory !== "") this.paths.set(address, join(directory, name));
    return true;
  }

  /** Notes where the object of the header lies. */
  private place(path: string): void {
    const { header, entry } = this;
    if (!header || !entry) return;
    const at = path.lastIndexOf("\\");
    entry.directory = at < 0 ? "" : at === 0 ? "\\" : path.slice(0, at);
    entry.name = path === "\\" ? "\\" : path.slice(at + 1);
    if (header.type !== "Directory") return;
    this.directory = path;
    if (at >= 0) this.paths.set(header.address, path);
  }

  /** The path of an object of that name in that directory; the name alone where the directory is not known. */
  private pathOf(parent: string, name: string): string {
    if (name === "\\") return "\\";
    const path = this.paths.get(parseAddress(parent) ?? "");
    return path === undefined ? name : join(path, name);
  }

  private addSingle(): void {
    if (this.entry && this.entry.name !== "") this.objects.push(this.entry);
    this.header = undefined;
    this.entry = undefined;
  }
}

function join(directory: string, name: string): string {
  return directory === "\\" ? `\\${name}` : `${directory}\\${name}`;
}

function entryOf(directory: string, name: string, { address, type, line }: Header): ObjectEntry {
  return { directory, name, type, address, process: undefined, processId: undefined, handle: undefined, line };
}
