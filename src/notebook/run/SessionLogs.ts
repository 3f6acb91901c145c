import type { CompiledCell } from "../compile/Program.ts";

/** The logs a reader's cells read: the lesson's own, fetched when first needed, or the reader's files in their place. */
export class SessionLogs {
  readonly #names: readonly string[];
  readonly #load: (name: string) => Promise<Blob>;
  readonly #own = new Map<string, Blob>();
  readonly #loaded = new Map<string, Promise<Blob>>();

  constructor(names: readonly string[], load: (name: string) => Promise<Blob>) {
    this.#names = names;
    this.#load = load;
  }

  /** The logs that a file of the reader stands for. */
  get replaced(): string[] {
    return [...this.#own.keys()];
  }

  /** Puts a file in the place of a log, or the log back in its own place. Returns whether anything changed. */
  replace(name: string, file: Blob | undefined): boolean {
    if (!file) return this.#own.delete(name);
    this.#own.set(name, file);
    return true;
  }

  /** The logs a cell can ask for, by name. Rejects when one cannot be fetched. */
  async logsOf(cell: Pick<CompiledCell, "logs" | "anyLog">): Promise<Record<string, Blob>> {
    const names = cell.anyLog === true ? this.#names : cell.logs.filter((name) => this.#names.includes(name));
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await this.#log(name)] as const)));
  }

  #log(name: string): Blob | Promise<Blob> {
    const own = this.#own.get(name);
    if (own) return own;
    let loaded = this.#loaded.get(name);
    if (!loaded) {
      this.#loaded.set(name, (loaded = this.#load(name)));
      // A failed fetch is tried again by the next run.
      loaded.catch(() => this.#loaded.delete(name));
    }
    return loaded;
  }
}
