/**
 * Keeps what was typed or chosen as the answer to an exercise, each under a key of its own and at once: nothing typed is lost. The edits
 * of cells are kept elsewhere (`edits/EditStore.ts`), since two tabs that change a longer text have to be asked.
 */
export class KeptAnswers {
  readonly #prefix: string;
  readonly #storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | undefined;
  readonly #listeners = new Set<() => void>();

  /**
   * @param storage undefined when the browser gives none
   * @param base the path that the site is served under: other sites may share the storage
   */
  constructor(storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | undefined, base: string) {
    this.#storage = storage;
    this.#prefix = `pool-leak-lab:${base}:answer.1:`;
  }

  /** Empty when nothing is kept, or nothing can be read. */
  read(page: string, exercise: string): string {
    try {
      return this.#storage?.getItem(this.#keyOf(page, exercise)) ?? "";
    } catch {
      return "";
    }
  }

  /** Keeps an answer; an empty one is forgotten. @returns whether it is kept */
  write(page: string, exercise: string, answer: string): boolean {
    try {
      if (!this.#storage) return false;
      if (answer === "") this.#storage.removeItem(this.#keyOf(page, exercise));
      else this.#storage.setItem(this.#keyOf(page, exercise), answer);
      return true;
    } catch {
      return false;
    }
  }

  /** Calls the listener when another tab has kept or forgotten an answer. */
  subscribe(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Takes what a storage event says. */
  changed(key: string | null): void {
    if (key === null || key.startsWith(this.#prefix)) for (const listener of this.#listeners) listener();
  }

  #keyOf(page: string, exercise: string): string {
    return `${this.#prefix}${page}#${exercise}`;
  }
}
