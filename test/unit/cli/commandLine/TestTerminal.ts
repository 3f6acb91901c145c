import { Readable } from "node:stream";
import type { Terminal } from "../../../../src/cli/commandLine/Terminal.ts";

/** A terminal that keeps what was written to it. */
export class TestTerminal implements Terminal {
  output = "";
  errors = "";
  hasColours = false;
  progressColumns: number | undefined = undefined;
  input: Readable;
  /** how many parts are taken before nobody reads any more */
  partsTaken = Infinity;
  parts = 0;
  interrupt: (() => void) | undefined;

  constructor(input: string | Readable = "") {
    this.input = typeof input === "string" ? Readable.from([Buffer.from(input)]) : input;
  }

  write = (text: string): Promise<boolean> => {
    this.parts += 1;
    this.output += text;
    return Promise.resolve(this.parts < this.partsTaken);
  };

  warn = (text: string): void => {
    this.errors += text;
  };

  onInterrupt = (stop: () => void): (() => void) => {
    this.interrupt = stop;
    return () => (this.interrupt = undefined);
  };
}
