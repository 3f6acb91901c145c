const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;

/**
 * Freezes the language of a worker's realm before a cell runs in it: a cell that changed `Array.prototype.map`, `JSON` or
 * `Object.prototype` would change what every later cell computes and what the runtime says of it. Assigning such a name
 * to an object of one's own still works where programs do so, as in `error.name = "OutOfData"`.
 */
export function freezeIntrinsics(scope: typeof globalThis): void {
  const errors = [Error, AggregateError, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
  letInherit(Object.prototype);
  for (const { prototype } of errors) letInherit(prototype, "name", "message", "toString");
  letInherit(Function.prototype, "toString");
  // Node makes some of these by such an assignment.
  const platform = [Blob, File, AbortSignal, Event, EventTarget, ReadableStream, WritableStream, TransformStream];
  for (const { prototype } of platform) letInherit(prototype, "constructor");
  const named = ownKeys(scope).map((name) => getOwnPropertyDescriptor(scope, name)!.value as unknown);
  freezeAll([scope, ...named, ...bySyntax()]);
}

/** Freezes objects with all that can be reached from them: properties, getters, setters and prototypes. */
export function freezeAll(roots: readonly unknown[]): void {
  const seen = new Set<object>();
  const left = [...roots];
  while (left.length > 0) {
    const next = left.pop();
    if ((typeof next !== "object" && typeof next !== "function") || next === null || seen.has(next)) continue;
    seen.add(next);
    left.push(getPrototypeOf(next));
    for (const key of ownKeys(next)) {
      const { value, get, set } = getOwnPropertyDescriptor(next, key) ?? {};
      left.push(value, get, set);
    }
    // A typed array's elements cannot be frozen.
    if (!ArrayBuffer.isView(next)) Object.freeze(next);
  }
}

/** What no name leads to: the prototypes of generators, async functions and the iterators of built-in collections. */
function bySyntax(): unknown[] {
  const iterators = [
    [][Symbol.iterator](),
    new Map().keys(),
    new Set().keys(),
    ""[Symbol.iterator](),
    "".matchAll(/./g),
  ];
  const [generate, asynchronous, generateAsync] = [
    function* () {
      yield 0;
    },
    async () => 0,
    async function* () {
      yield 0;
    },
  ];
  return [generate, asynchronous, generateAsync, generate(), generateAsync(), ...iterators];
}

/**
 * A frozen property of a prototype also keeps objects that inherit it from being given one of that name by assignment. As
 * a getter with a setter it does not: the setter defines the property on the object itself.
 */
function letInherit(prototype: object, ...names: string[]): void {
  for (const name of names.length > 0 ? names : ownKeys(prototype)) {
    const property = getOwnPropertyDescriptor(prototype, name);
    if (!property || !("value" in property)) continue;
    const value: unknown = property.value;
    defineProperty(prototype, name, {
      get: () => value,
      set(this: unknown, own: unknown) {
        if (this === prototype)
          throw new TypeError(`${String(name)} is part of the language: a cell cannot change it.`);
        Object.defineProperty(this, name, { value: own, writable: true, enumerable: true, configurable: true });
      },
      enumerable: false,
      configurable: false,
    });
  }
}
