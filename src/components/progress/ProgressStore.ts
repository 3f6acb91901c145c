import { emptyPage, mergeProgress, type Answered, type PageProgress, type Progress, type Solved } from "./Progress.ts";
import { formerProgress } from "./formerProgress.ts";
import { readProgress, writeProgress } from "./readProgress.ts";

/** What of a browser's storage is used. */
export type ProgressStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Why something is not kept: the browser's room for the site is used up, or it lets the page keep nothing. */
export type NotKept = "full" | "denied";

/**
 * Keeps what a reader has done. Each change is made to what stands in the storage at that moment, since other tabs write there
 * too. Where nothing can be kept, it is remembered as long as the page is open, and `notKept` says so.
 */
export class ProgressStore {
  readonly #storage: ProgressStorage | undefined;
  /** names the site: others may share the storage */
  readonly #key: string;
  /** where an earlier version of the site kept the solved exercises */
  readonly #formerKey: string;
  readonly #listeners = new Set<() => void>();
  /** all of it, where it could not be written */
  #unkept: Progress | undefined;
  /** what was read last, so that a text is taken apart once */
  #last: { text: string; progress: Progress } | undefined;
  notKept: NotKept | undefined;

  /**
   * @param storage undefined when the browser gives none
   * @param base the path that the site is served under
   */
  constructor(storage: ProgressStorage | undefined, base: string) {
    this.#storage = storage;
    this.#key = `pool-leak-lab:${base}:progress.1`;
    this.#formerKey = `pool-leak-lab:${base}:solved.1`;
  }

  get all(): Progress {
    return this.#unkept ?? this.#read();
  }

  of(page: string): PageProgress {
    const { all } = this;
    return Object.hasOwn(all, page) ? all[page]! : emptyPage();
  }

  ran(page: string, cell: string, at: number): void {
    if (!Object.hasOwn(this.of(page).cells, cell)) this.#addTo(page, { cells: { [cell]: at } });
  }

  solved(page: string, exercise: string, solved: Solved): void {
    this.#addTo(page, { exercises: { [exercise]: solved } });
  }

  answered(page: string, question: string, answered: Answered): void {
    this.#addTo(page, { questions: { [question]: answered } });
  }

  read(page: string, at: number): void {
    this.#addTo(page, { read: at });
  }

  /** Takes back that a page was read. */
  unread(page: string): void {
    const { cells, exercises, questions } = this.of(page);
    this.#write({ ...this.all, [page]: { cells, exercises, questions } });
  }

  /** Forgets what was answered to some questions of a page. */
  forgetAnswers(page: string, questions: readonly string[]): void {
    const before = this.of(page);
    const kept = Object.entries(before.questions).filter(([id]) => !questions.includes(id));
    this.#write({ ...this.all, [page]: { ...before, questions: Object.fromEntries(kept) } });
  }

  /** Adds what was done elsewhere. */
  add(progress: Progress): void {
    this.#write(mergeProgress(this.all, progress));
  }

  forget(): void {
    this.#unkept = undefined;
    this.#try((storage) => {
      storage.removeItem(this.#key);
      storage.removeItem(this.#formerKey);
    });
    this.tell();
  }

  /** Calls the listener after every change, another tab's too. */
  subscribe(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Tells the listeners that something may have changed. */
  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Whether a key of the storage is where this store keeps something; null when all of it was cleared. */
  isKey(key: string | null): boolean {
    return key === null || key === this.#key;
  }

  #addTo(page: string, change: Partial<PageProgress>): void {
    this.add({ [page]: { ...emptyPage(), ...change } });
  }

  #read(): Progress {
    try {
      const [kept, former] = [this.#key, this.#formerKey].map((key) => this.#storage?.getItem(key) ?? "");
      const text = `${kept}\n${former}`;
      if (this.#last?.text !== text)
        this.#last = { text, progress: mergeProgress(readProgress(kept!) ?? {}, formerProgress(former!)) };
      return this.#last.progress;
    } catch {
      return {};
    }
  }

  #write(progress: Progress): void {
    const isKept = this.#try((storage) => {
      storage.setItem(this.#key, writeProgress(progress));
      storage.removeItem(this.#formerKey);
    });
    this.#unkept = isKept ? undefined : progress;
    this.tell();
  }

  #try(action: (storage: ProgressStorage) => void): boolean {
    try {
      if (!this.#storage) throw new Error("The browser gives no storage.");
      action(this.#storage);
      this.notKept = undefined;
    } catch (error) {
      this.notKept = (error as Error).name === "QuotaExceededError" ? "full" : "denied";
    }
    return this.notKept === undefined;
  }
}
