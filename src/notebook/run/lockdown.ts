import { define } from "./fixDates.ts";

/** The language itself: what `lib: es2023` knows. */
const language =
  "AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError " +
  "FinalizationRegistry Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl JSON Map Math NaN " +
  "Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError " +
  "Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet decodeURI decodeURIComponent encodeURI " +
  "encodeURIComponent escape globalThis isFinite isNaN parseFloat parseInt undefined unescape";

/** What reading a log needs, and what does no harm. */
const platform =
  "AbortController AbortSignal Blob CompressionStream DOMException DecompressionStream Event EventTarget File ReadableStream " +
  "TextDecoder TextDecoderStream TextEncoder TextEncoderStream TransformStream URL URLSearchParams WritableStream atob btoa " +
  "clearTimeout performance queueMicrotask setTimeout structuredClone";

const allowed = new Set(`${language} ${platform}`.split(" "));

/**
 * Takes everything from a worker's global scope that a cell has no use for: what could send a message in the worker's
 * name, reach a network or a store, or differs from place to place. The same list everywhere, so that a cell that runs
 * when the site is built runs in the browser too. What the worker itself needs must be taken hold of before.
 */
export function lockDown(scope: typeof globalThis): void {
  define(scope.URL, { createObjectURL: undefined, revokeObjectURL: undefined });
  const shared = new Set<object>([Object.prototype]);
  if (typeof EventTarget === "function") shared.add(EventTarget.prototype);
  for (let holder: object | null = scope; holder && holder !== Object.prototype;) {
    const next: object | null = Reflect.getPrototypeOf(holder);
    for (const name of Reflect.ownKeys(holder)) {
      if (typeof name !== "string" || allowed.has(name)) continue;
      // AbortSignal and its like need these methods; the scope itself loses sight of them.
      if (shared.has(holder)) define(scope, { [name]: undefined });
      else remove(holder, name);
    }
    holder = next;
  }
}

function remove(holder: object, name: string): void {
  if (Reflect.deleteProperty(holder, name)) return;
  Reflect.defineProperty(holder, name, { value: undefined });
}
