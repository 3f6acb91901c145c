/**
 * Built-in methods taken before any cell runs, so that a value's brand is read from what it is, whatever it says of
 * itself, and a cell that changes a prototype does not change what is shown.
 */

/** A method or getter of a built-in prototype, taken before any cell runs and called on what may not be one. */
function intrinsic(prototype: object, name: PropertyKey): (value: unknown) => unknown {
  const property = Reflect.getOwnPropertyDescriptor(prototype, name)!;
  const method = (property.get ?? property.value) as (this: unknown) => unknown;
  return (value) => Reflect.apply(method, value, []);
}

export const sizeOfMap = intrinsic(Map.prototype, "size");
export const sizeOfSet = intrinsic(Set.prototype, "size");
export const timeOfDate = intrinsic(Date.prototype, "getTime");
const entriesOfMap = intrinsic(Map.prototype, "entries");
const valuesOfSet = intrinsic(Set.prototype, "values");
export const typedLength = intrinsic(Reflect.getPrototypeOf(Uint8Array.prototype)!, "length");
export const bufferLength = intrinsic(ArrayBuffer.prototype, "byteLength");
export const blobSize = intrinsic(Blob.prototype, "size");
export const regExpSource = intrinsic(RegExp.prototype, "source");
export const regExpFlags = intrinsic(RegExp.prototype, "flags");

const nextEntry = Reflect.get(Reflect.getPrototypeOf(new Map().entries())!, "next") as () => IteratorResult<
  [unknown, unknown]
>;
const nextItem = Reflect.get(Reflect.getPrototypeOf(new Set().values())!, "next") as () => IteratorResult<unknown>;

/** The first `limit` entries of a Map. */
export function firstEntries(map: object, limit: number): [unknown, unknown][] {
  const iterator = entriesOfMap(map);
  return take(limit, () => Reflect.apply(nextEntry, iterator, []) as IteratorResult<[unknown, unknown]>);
}

/** The first `limit` items of a Set. */
export function firstItems(set: object, limit: number): unknown[] {
  const iterator = valuesOfSet(set);
  return take(limit, () => Reflect.apply(nextItem, iterator, []) as IteratorResult<unknown>);
}

function take<T>(limit: number, next: () => IteratorResult<T>): T[] {
  const items: T[] = [];
  for (let step = next(); !step.done && items.length < limit; step = next()) items.push(step.value);
  return items;
}
