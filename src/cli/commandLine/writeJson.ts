/** Parts of a text are handed on when they are this long: a gigabyte of numbers is never one string. */
const PART = 1 << 16;

/**
 * JSON of any value in parts, in memory that does not grow with it. Columns (typed arrays) are lists of numbers; what is not a
 * number is null, as blank is not zero; pointers and bytes are hexadecimal texts, as everywhere in the records.
 */
export function* jsonParts(value: unknown): Generator<string, void, undefined> {
  let text = "";
  for (const token of tokensOf(value)) {
    text += token;
    if (text.length < PART) continue;
    yield text;
    text = "";
  }
  yield `${text}\n`;
}

function* tokensOf(value: unknown): Generator<string, void, undefined> {
  if (value instanceof BigUint64Array) yield* listTokens(value, (pointer) => `"${hex(pointer, 16)}"`);
  else if (isNumbers(value)) yield* listTokens(value, (number) => JSON.stringify(number));
  else if (Array.isArray(value)) {
    let before = "[";
    for (const item of value as unknown[]) {
      yield before;
      yield* tokensOf(item);
      before = ",";
    }
    yield before === "[" ? "[]" : "]";
  } else if (typeof value === "object" && value !== null) {
    let before = "{";
    for (const [name, part] of Object.entries(value)) {
      if (part === undefined) continue;
      yield `${before}${JSON.stringify(name)}:`;
      yield* name === "bytes" && part instanceof Uint8Array ? [`"${hexOfBytes(part)}"`] : tokensOf(part);
      before = ",";
    }
    yield before === "{" ? "{}" : "}";
  } else yield typeof value === "bigint" ? `"${hex(value, 16)}"` : (JSON.stringify(value) ?? "null");
}

type Numbers = ArrayLike<number> & Iterable<number>;

function isNumbers(value: unknown): value is Numbers {
  return ArrayBuffer.isView(value) && !(value instanceof DataView) && !(value instanceof BigInt64Array);
}

function* listTokens<Item>(list: Iterable<Item>, write: (item: Item) => string): Generator<string, void, undefined> {
  let text = "[";
  let isFirst = true;
  for (const item of list) {
    text += isFirst ? write(item) : `,${write(item)}`;
    isFirst = false;
    if (text.length < PART) continue;
    yield text;
    text = "";
  }
  yield `${text}]`;
}

const hex = (value: bigint, digits: number) => value.toString(16).padStart(digits, "0");

const hexOfBytes = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
