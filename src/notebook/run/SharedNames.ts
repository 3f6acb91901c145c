import { define } from "./fixDates.ts";

interface Owner {
  cell: string;
  name: string;
}

/** What to write instead of each method that changes an array. */
const instead: Record<string, (name: string) => string> = {
  sort: (name) => `${name}.toSorted(…), which makes a sorted copy`,
  reverse: (name) => `${name}.toReversed(), which makes a reversed copy`,
  splice: (name) => `${name}.toSpliced(…), which makes a changed copy`,
  push: (name) => `[...${name}, more], which makes a longer copy`,
  unshift: (name) => `[more, ...${name}], which makes a longer copy`,
  pop: (name) => `${name}.slice(0, -1), which makes a shorter copy`,
  shift: (name) => `${name}.slice(1), which makes a shorter copy`,
  fill: (name) => `[...${name}].fill(…), which changes a copy`,
  copyWithin: (name) => `[...${name}].copyWithin(…), which changes a copy`,
};

/** How V8, Firefox and Safari say that something frozen was to be changed. */
const frozenWords =
  /read[- ]?only|not extensible|can(?:no|')t delete|unable to delete|can't be deleted|can(?:no|')t (?:re)?define|non-writable/i;

/**
 * The names the cells of a lesson share in one worker. A shared array or plain object is frozen one level deep, since
 * a change to it by another cell would depend on which cell ran last. Class instances and typed arrays are left alone.
 */
export class SharedNames {
  readonly #values = new Map<string, { cell: string; value: unknown }>();
  readonly #owners = new WeakMap<object, Owner>();
  readonly #changers = this.#makeChangers();

  has(name: string): boolean {
    return this.#values.has(name);
  }

  get(name: string): unknown {
    return this.#values.get(name)?.value;
  }

  /** Forgets what a cell shared in an earlier run. */
  forget(cell: string): void {
    for (const [name, held] of this.#values) if (held.cell === cell) this.#values.delete(name);
  }

  share(cell: string, names: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(names)) {
      this.#values.set(name, { cell, value });
      this.#freeze(value, { cell, name });
    }
  }

  /**
   * The sentence for a TypeError of the engine about something frozen; undefined when it is about something else.
   *
   * @param line the line of the cell that threw, up to the place it threw at
   * @param reads names of other cells that the cell reads
   */
  explain(message: string, line: string, reads: readonly string[]): string | undefined {
    if (!frozenWords.test(message)) return undefined;
    const owned = reads.flatMap((name) => {
      const value = this.get(name);
      const owner = typeof value === "object" && value !== null ? this.#owners.get(value) : undefined;
      return owner ? [{ name, owner, isArray: Array.isArray(value) }] : [];
    });
    const places = owned.map((one) => ({ ...one, at: lastWord(line, one.name) })).filter(({ at }) => at >= 0);
    const found = places.toSorted((one, other) => other.at - one.at)[0];
    if (found) {
      const copy = found.isArray ? `${found.name}.with(index, value) or [...${found.name}]` : `{ ...${found.name} }`;
      return `“${found.name}” belongs to the cell “${found.owner.cell}”, so this cell cannot change it: change a copy, ${copy}.`;
    }
    if (owned.length === 0) return undefined;
    const names = owned.map(({ name, owner }) => `“${name}” of “${owner.cell}”`).join(", ");
    return `${message}. What other cells share (${names}) cannot be changed: change a copy of it.`;
  }

  #freeze(value: unknown, owner: Owner): void {
    if (typeof value !== "object" || value === null || this.#owners.has(value)) return;
    if (Array.isArray(value)) {
      // Methods of its own say whose the array is; the engine's errors name neither the array nor its cell.
      if (Object.isExtensible(value)) define(value, this.#changers);
    } else {
      const prototype: unknown = Reflect.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== null) return;
    }
    this.#owners.set(value, owner);
    Object.freeze(value);
  }

  #makeChangers(): Record<string, unknown> {
    const owners = this.#owners;
    const refuse = (method: string, better: (name: string) => string) =>
      function (this: object): never {
        const { cell, name } = owners.get(this) ?? { cell: "", name: "it" };
        throw new TypeError(
          `“${name}” belongs to the cell “${cell}”, so ${method} cannot change it here: use ${better(name)}.`,
        );
      };
    return Object.fromEntries(Object.entries(instead).map(([method, better]) => [method, refuse(method, better)]));
  }
}

function lastWord(line: string, word: string): number {
  const escaped = word.replaceAll("$", "\\$");
  const matches = [...line.matchAll(new RegExp(`(?<![\\p{ID_Continue}$.])${escaped}(?![\\p{ID_Continue}$])`, "gu"))];
  return matches.at(-1)?.index ?? -1;
}
