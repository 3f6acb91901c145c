/** That an exercise was solved, and when. */
export interface Solved {
  /** ms since 1970 UTC */
  at: number;
  /** which text of the check it was solved by: see `versionOf` */
  version: string;
}

type Kept = Record<string, Solved>;

/** Remembers in this browser which exercises were solved. Storage that is denied or full harms nothing: the page remembers as long as it is open. */
export class SolvedExercises {
  readonly #storage: Pick<Storage, "getItem" | "setItem"> | undefined;
  readonly #key: string;
  #onPage: Kept = {};

  /**
   * @param storage where it is kept; undefined when the browser gives none
   * @param base the site's sub-path: other sites may share the storage
   */
  constructor(storage: Pick<Storage, "getItem" | "setItem"> | undefined, base: string) {
    this.#storage = storage;
    this.#key = `pool-leak-lab:${base}:solved.1`;
  }

  of(page: string, exercise: string): Solved | undefined {
    const kept = this.#read();
    const name = `${page}/${exercise}`;
    return Object.hasOwn(kept, name) ? kept[name] : undefined;
  }

  add(page: string, exercise: string, solved: Solved): void {
    // Read anew: another tab may have added to it.
    this.#onPage = { ...this.#read(), [`${page}/${exercise}`]: solved };
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(this.#onPage));
    } catch {
      // Full or forbidden: then it is remembered until the page is closed.
    }
  }

  #read(): Kept {
    try {
      const kept = JSON.parse(this.#storage?.getItem(this.#key) ?? "{}") as unknown;
      return { ...solvedIn(kept), ...this.#onPage };
    } catch {
      return this.#onPage;
    }
  }
}

/** What another version of the site, or another site, left there may have any shape. */
function solvedIn(kept: unknown): Kept {
  if (typeof kept !== "object" || kept === null) return {};
  return Object.fromEntries(Object.entries(kept).filter(([, solved]) => isSolved(solved)));
}

function isSolved(solved: unknown): solved is Solved {
  if (typeof solved !== "object" || solved === null) return false;
  const { at, version } = solved as Record<string, unknown>;
  return Number.isFinite(at) && typeof version === "string";
}
