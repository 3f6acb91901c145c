import { createWriteStream, openAsBlob } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addAbortSignal, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { CaseFile } from "./CaseFile.ts";

/** What is larger goes through a temporary file. */
const HELD_IN_MEMORY = 32 << 20;

export const INPUT_NAME = "standard input";

/**
 * The standard input as a file: readers look at a log's start first and read it in pieces then, which a pipe does not let them.
 * It is held in memory up to 32 MiB, beyond that in a temporary file until `close`. `signal` ends the wait for more of it.
 */
export class InputFile {
  private folder: string | undefined;
  private opened: Promise<CaseFile> | undefined;
  private readonly input: Readable;
  private readonly signal: AbortSignal;

  constructor(input: Readable, signal: AbortSignal) {
    this.input = input;
    this.signal = signal;
  }

  open(): Promise<CaseFile> {
    return (this.opened ??= this.collect());
  }

  /** Removes the temporary file. */
  async close(): Promise<void> {
    if (this.folder !== undefined) await rm(this.folder, { recursive: true, force: true });
  }

  private async collect(): Promise<CaseFile> {
    const begun: Uint8Array<ArrayBuffer>[] = [];
    let held = 0;
    const pieces = addAbortSignal(this.signal, this.input).iterator({ destroyOnReturn: false });
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
      const piece = new Uint8Array(next.value as Uint8Array);
      begun.push(piece);
      held += piece.length;
      if (held > HELD_IN_MEMORY) return { name: INPUT_NAME, source: await this.spool(begun, pieces) };
    }
    return { name: INPUT_NAME, source: new Blob(begun) };
  }

  private async spool(begun: readonly Uint8Array[], rest: AsyncIterable<Uint8Array>): Promise<Blob> {
    this.folder = await mkdtemp(join(tmpdir(), "pool-leak-lab-"));
    const path = join(this.folder, "input");
    await pipeline(joined(begun, rest), createWriteStream(path, { flags: "wx", mode: 0o600 }), { signal: this.signal });
    return openAsBlob(path);
  }
}

async function* joined(begun: readonly Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* begun;
  yield* rest;
}
