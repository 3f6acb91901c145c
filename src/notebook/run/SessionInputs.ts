import type { InputSettings } from "./inputs.ts";

/** What a reader has set on a lesson's inputs, and on which cells they stand. */
export class SessionInputs {
  #settings: InputSettings = {};
  readonly #namesOf = new Map<string, Set<string>>();

  /** The settings for a run, by the names of the inputs. */
  get settings(): InputSettings {
    return this.#settings;
  }

  /** Whether an input of this cell was set: its result is then no longer the one it was built with. */
  isSetOn(cell: string): boolean {
    return this.#namesOf.has(cell);
  }

  /** What was set on the inputs of one cell. */
  settingsOf(cell: string): InputSettings {
    const names = this.#namesOf.get(cell) ?? new Set();
    return Object.fromEntries(Object.entries(this.#settings).filter(([name]) => names.has(name)));
  }

  /** Forgets what was set on a cell: its inputs have the author's values again. False when nothing was. */
  clear(cell: string): boolean {
    const names = this.#namesOf.get(cell);
    if (!names) return false;
    this.#namesOf.delete(cell);
    this.#settings = Object.fromEntries(Object.entries(this.#settings).filter(([name]) => !names.has(name)));
    return true;
  }

  /** Takes a setting. False when it is set like that already. */
  set(cell: string, name: string, value: string | number): boolean {
    if (Object.hasOwn(this.#settings, name) && this.#settings[name] === value) return false;
    this.#settings = { ...this.#settings, [name]: value };
    this.#namesOf.set(cell, (this.#namesOf.get(cell) ?? new Set()).add(name));
    return true;
  }
}
