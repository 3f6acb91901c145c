import { blobSize, bufferLength, regExpFlags, regExpSource } from "./intrinsics.ts";
import { attempt, nameOfClass, textProperty, works } from "./readProperty.ts";
import { count, shorten } from "./words.ts";

/** Words for what is no data; undefined for an ordinary object. */
export function wordsForThing(value: object): string | undefined {
  if (typeof value === "function") return wordsForFunction(value);
  if (value instanceof ArrayBuffer && works(bufferLength, value))
    return `ArrayBuffer, ${count(bufferLength(value) as number, "byte")}`;
  if (ArrayBuffer.isView(value)) return `DataView, ${count(value.byteLength, "byte")}`;
  if (value instanceof Blob && works(blobSize, value))
    return `a file or Blob, ${count(blobSize(value) as number, "byte")}; read it with a reader`;
  if (value instanceof RegExp) {
    return attempt(() => `/${shorten(regExpSource(value) as string, 200)}/${regExpFlags(value)}`, undefined);
  }
  if (value instanceof Error) {
    return `${textProperty(value, "name", nameOfClass(value) ?? "Error")}: ${textProperty(value, "message", "")}`;
  }
  if (value instanceof Promise) return "a Promise; write `await` before it to see its value";
  if (value instanceof WeakMap || value instanceof WeakSet || value instanceof WeakRef) return "weak references";
  return undefined;
}

function wordsForFunction(value: object): string {
  const name = textProperty(value, "name", "");
  return name === "" ? "a function; call it to see its value" : `function ${name}; call it to see its value`;
}
