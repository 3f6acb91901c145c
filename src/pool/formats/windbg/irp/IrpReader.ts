import type { ProblemList } from "../../text/ProblemList.ts";
import { isNullAddress, parseAddress, type Address } from "../Address.ts";
import type { CommandReader, DebuggerCommand } from "../DebuggerCommand.ts";
import { checkIrp } from "./checkIrp.ts";
import type { Irp, IrpLocation } from "./Irp.ts";
import {
  parseLocationArguments,
  parseLocationDriver,
  parseLocationHead,
  parseLocationPointers,
  type LocationHead,
} from "./parseLocation.ts";

const LONGEST_LINE = 600;

/** `Irp is active with 8 stacks 5 is current (= 0xfffffa80934c7200)`; older debuggers leave the address out. */
const RE_ACTIVE =
  /^\s{0,80}Irp is active with (\d{1,3}) stacks?,? (\d{1,3}) is current(?: \(= ?(?:0x)?([0-9a-f`]{8,17})\))?/i;
/** `Irp is complete (CurrentLocation 9 > StackCount 8)`, and other sentences of a request that has been completed. */
const RE_COMPLETED =
  /^\s{0,80}Irp (?:is|has|has been) completed?\b(?: \(CurrentLocation \d{1,3} > StackCount (\d{1,3})\))?/i;
/** ` No Mdl: No System Buffer: Thread 00000000:  Irp stack trace.` */
const RE_STACK = /Irp stack trace\./i;
const RE_MDL = /(?:^|\s)Mdl\s?=\s?(?:0x)?([0-9a-f`]{8,17})/i;
const RE_BUFFER = /System buffer\s?=\s?(?:0x)?([0-9a-f`]{8,17})/i;
const RE_THREAD = /Thread (?:0x)?([0-9a-f`]{8,17})/i;
/** What the debugger says of an address that holds no request (any more). */
const RE_NO_IRP = /Could not read Irp|IRP signature does not match|probably not an IRP/i;
/** `!irp 0xfffffa80934c7010 1` */
const RE_COMMAND = /^!irp\s{1,8}([0-9a-fx`]{8,19})\b/i;

/** Reads `!irp`: both layouts, x86 and x64. */
export class IrpReader implements CommandReader {
  private readonly irps: Irp[];
  private readonly problems: ProblemList;
  private irp: Irp | undefined;
  /** the head of a location whose pointers stand on the next line */
  private head: { head: LocationHead; line: number } | undefined;
  private location: IrpLocation | undefined;

  constructor(irps: Irp[], problems: ProblemList) {
    this.irps = irps;
    this.problems = problems;
  }

  take(command: DebuggerCommand): boolean {
    if (command.part === 0) this.finish();
    const match = RE_COMMAND.exec(command.text);
    let address = match ? parseAddress(match[1]!) : undefined;
    let isUnderstood = false;
    for (const { text, line } of command.output) {
      if (text.length > LONGEST_LINE) continue;
      if (RE_NO_IRP.test(text) && (match || this.irp)) {
        const message =
          "There is no request at this address (any more): it was completed and its memory is used for something else, or the address is none of an IRP.";
        this.problems.add("no irp", line, "lost", message);
        isUnderstood = true;
      } else if (this.begin(text, line, address)) {
        address = undefined;
        isUnderstood = true;
      } else if (this.irp && this.takeLine(text, line, this.irp)) isUnderstood = true;
    }
    return isUnderstood;
  }

  finish(): void {
    if (this.irp) checkIrp(this.irp, this.problems);
    this.irp = undefined;
    this.head = undefined;
    this.location = undefined;
  }

  private begin(text: string, line: number, address: Address | undefined): boolean {
    const active = RE_ACTIVE.exec(text);
    const completed = active ? null : RE_COMPLETED.exec(text);
    if (!active && !completed) return false;
    this.finish();
    const stacks = active?.[1] ?? completed?.[1];
    const stackCount = stacks === undefined ? undefined : Number(stacks);
    // A request that all drivers have completed is called active too, with a location beyond the last.
    const current = active && Number(active[2]) <= Number(active[1]) ? Number(active[2]) : undefined;
    this.irp = {
      address,
      isActive: current !== undefined,
      stackCount,
      current,
      currentAddress: active?.[3] === undefined ? undefined : parseAddress(active[3]),
      mdl: undefined,
      systemBuffer: undefined,
      thread: undefined,
      locations: [],
      line,
    };
    this.irps.push(this.irp);
    return true;
  }

  private takeLine(text: string, line: number, irp: Irp): boolean {
    if (irp.locations.length === 0 && RE_STACK.test(text)) {
      irp.mdl = pointer(RE_MDL.exec(text)?.[1]);
      irp.systemBuffer = pointer(RE_BUFFER.exec(text)?.[1]);
      irp.thread = pointer(RE_THREAD.exec(text)?.[1]);
      return true;
    }
    const head = parseLocationHead(text);
    if (head) {
      this.dropHead();
      this.head = { head, line };
      return head.rest.trim() === "" || this.takePointers(head.rest, irp);
    }
    if (this.head) return this.takePointers(text, irp);
    const { location } = this;
    if (!location) return false;
    const driver = parseLocationDriver(text);
    if (driver) {
      Object.assign(location, driver);
      return true;
    }
    const values = parseLocationArguments(text);
    if (!values) return false;
    location.arguments = values;
    this.location = undefined;
    return true;
  }

  private takePointers(text: string, irp: Irp): boolean {
    const pointers = parseLocationPointers(text);
    const { head } = this;
    if (!head) return false;
    if (!pointers) {
      // An empty line between head and pointers: a mail program's.
      if (text.trim() === "") return false;
      this.dropHead();
      return false;
    }
    this.head = undefined;
    this.location = {
      number: irp.locations.length + 1,
      ...head.head.codes,
      ...pointers,
      driver: undefined,
      completionSymbol: undefined,
      arguments: [],
      line: head.line,
    };
    irp.locations.push(this.location);
    return true;
  }

  private dropHead(): void {
    if (!this.head) return;
    const message =
      "This stack location has no flg, cl and pointers as !irp prints them, so it was left out; the ones below are counted without it.";
    this.problems.add("irp location", this.head.line, "lost", message);
    this.head = undefined;
  }
}

/** A pointer; undefined for none and for null. */
function pointer(digits: string | undefined): Address | undefined {
  const address = digits === undefined ? undefined : parseAddress(digits);
  return address === undefined || isNullAddress(address) ? undefined : address;
}
