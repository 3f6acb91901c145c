import type { EditStore, Kept } from "./EditStore.ts";
import { readEdit, writeEdit, type KeptEdit } from "./KeptEdit.ts";

/** Between a change and its being kept: below what a reader would call lost, above the pace of typing. */
const writeDelay = 250;

export interface KeeperEvents {
  /**
   * Another tab has changed what is kept of a cell; undefined: it has gone back to the lesson's.
   * True when it was taken over; else this tab keeps nothing of the cell until `settle`.
   */
  onElsewhere(cell: string, edit: KeptEdit | undefined): boolean;
  /** how the attempt to keep a cell's text ended */
  onTried(cell: string, kept: Kept): void;
  /** something typed is kept nowhere, or no longer is so: whether leaving would lose it */
  onRisk(isAtRisk: boolean): void;
}

/**
 * Keeps the edits of one page: soon after each change, and at once when the page may be going. Before it writes it compares
 * what is there with what it has seen, so that two tabs do not overwrite each other in silence.
 */
export class EditKeeper {
  readonly #store: EditStore;
  readonly #page: string;
  readonly #events: KeeperEvents;
  /** what was kept of a cell when this tab last looked */
  readonly #seen = new Map<string, string | undefined>();
  /** what is not kept yet; undefined forgets the edit */
  readonly #pending = new Map<string, KeptEdit | undefined>();
  /** cells that another tab has changed too, until the reader chooses */
  readonly #disputed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: EditStore, page: string, events: KeeperEvents) {
    this.#store = store;
    this.#page = page;
    this.#events = events;
    store.subscribe((address) => {
      if (address.page === page && this.#seen.has(address.cell)) this.#look(address.cell);
    });
  }

  /** What is kept of a cell. From now on the keeper knows it. */
  read(cell: string): KeptEdit | undefined {
    const kept = this.#store.read({ page: this.#page, cell });
    this.#seen.set(cell, kept);
    return readEdit(kept);
  }

  /** Takes a change of the reader's; undefined when the text is the lesson's again. */
  change(cell: string, edit: KeptEdit | undefined): void {
    this.#pending.set(cell, edit);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), writeDelay);
  }

  /** The reader has chosen between this tab's text and the other's, which is what is returned: it may be overwritten now. */
  settle(cell: string): KeptEdit | undefined {
    this.#disputed.delete(cell);
    this.#pending.delete(cell);
    this.#events.onRisk(this.#pending.size > 0);
    return this.read(cell);
  }

  /** Keeps at once what is not kept yet. */
  flush(): void {
    clearTimeout(this.#timer);
    for (const cell of [...this.#pending.keys()]) {
      this.#look(cell);
      if (!this.#disputed.has(cell)) this.#write(cell);
    }
    this.#events.onRisk(this.#pending.size > 0);
  }

  /** Looks whether other tabs have changed anything, which a page that was asleep is not told. */
  look(): void {
    for (const cell of this.#seen.keys()) this.#look(cell);
  }

  #write(cell: string): void {
    const edit = this.#pending.get(cell);
    const text = edit && writeEdit(edit);
    const kept = this.#store.write({ page: this.#page, cell }, text);
    // Where nothing can be kept, nothing has to be forgotten.
    if (kept === "kept" || text === undefined) {
      this.#pending.delete(cell);
      this.#seen.set(cell, text);
    }
    this.#events.onTried(cell, text === undefined ? "kept" : kept);
  }

  #look(cell: string): void {
    const before = this.#seen.get(cell);
    const edit = this.read(cell);
    if (this.#seen.get(cell) === before) return;
    if (this.#pending.has(cell) && edit?.text === this.#pending.get(cell)?.text) return;
    if (this.#events.onElsewhere(cell, edit)) {
      this.#pending.delete(cell);
      this.#disputed.delete(cell);
    } else this.#disputed.add(cell);
  }
}
