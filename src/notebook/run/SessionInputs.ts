import type { InputSettings } from "./inputs.ts";

/** What a reader has set on a lesson's inputs, and on which cells they stand. */
export class SessionInputs {
  #settings: InputSettings = {};
  readonly #cells = new Set<string>();

  /** The settings for a run, by the names of the inputs. */
  get settings(): InputSettings {
    return this.#settings;
  }

  /** Whether an input of this cell was set: its result is then no longer the one it was built with. */
  isSetOn(cell: string): boolean {
    return this.#cells.has(cell);
  }

  /** Takes a setting. False when it is set like that already. */
  set(cell: string, name: string, value: string | number): boolean {
    if (Object.hasOwn(this.#settings, name) && this.#settings[name] === value) return false;
    this.#settings = { ...this.#settings, [name]: value };
    this.#cells.add(cell);
    return true;
  }
}
