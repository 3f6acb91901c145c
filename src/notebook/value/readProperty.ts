import type { Budget } from "./Budget.ts";
import { shorten } from "./words.ts";

/** Something that is no data, in words. */
export class Note {
  readonly text: string;
  readonly #brand = true;

  /** Unlike `instanceof`, asks no proxy. */
  static is(value: unknown): value is Note {
    return typeof value === "object" && value !== null && #brand in value;
  }

  constructor(text: string) {
    this.text = text;
  }
}

const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;

/** What `read` gives, or `otherwise` when it throws. */
export function attempt<T, U>(read: () => T, otherwise: U): T | U {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

export const works = (read: (value: unknown) => unknown, value: unknown): boolean =>
  attempt(() => {
    read(value);
    return true;
  }, false);

/** An own text property that is data, shortened; `otherwise` where there is none. */
export function textProperty(value: object, name: string, otherwise: string): string {
  const text = readProperty(value, name);
  return typeof text === "string" ? shorten(text, 200) : otherwise;
}

/** The name of an object's class, undefined for plain objects and for what hides it. */
export function nameOfClass(value: object): string | undefined {
  return attempt(() => {
    const prototype = getPrototypeOf(value);
    if (prototype === null || prototype === Object.prototype) return undefined;
    const owner: unknown = getOwnPropertyDescriptor(prototype, "constructor")?.value;
    return typeof owner === "function" ? textProperty(owner, "name", "") || undefined : undefined;
  }, undefined);
}

/** An own property's value; a Note where it has none that can be read without running code. */
export function readProperty(value: object, name: PropertyKey): unknown {
  try {
    const property = getOwnPropertyDescriptor(value, name);
    if (property === undefined) return undefined;
    return "value" in property ? property.value : new Note("a getter, not called");
  } catch {
    return new Note("could not be read");
  }
}

/** The names of an object's own properties, in order; symbols are not data. None once too many were listed. */
export function namesOf(value: object, budget: Budget): string[] {
  if (!budget.canList) return [];
  const names = attempt(() => ownKeys(value).filter((key) => typeof key === "string"), []);
  budget.listed(names.length);
  return names;
}
