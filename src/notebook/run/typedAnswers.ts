import { numberFrom } from "./numberFrom.ts";

/** What the check of an exercise reads a typed answer with: tolerant in form, strict in fact. All take any value, and text of at most a line. */

/** What fits into the field that an answer is typed into. */
const longest = 200;

/** The text of an answer as it was meant: without blanks around and doubled, without quotes around it. Upper and lower case stay. */
export function textIn(answer: unknown): string | undefined {
  if (typeof answer !== "string" || answer.length > longest) return undefined;
  const text = answer.replace(/\s+/g, " ").trim();
  const [, quoted] = /^(?:"(.*)"|'(.*)'|`(.*)`|“(.*)”|‘(.*)’)$/.exec(text)?.filter((part) => part !== undefined) ?? [];
  return (quoted ?? text).trim() || undefined;
}

/** The text of an answer where upper and lower case mean the same, without a full stop. */
export function wordIn(answer: unknown): string | undefined {
  return (
    textIn(answer)
      ?.toLowerCase()
      .replace(/\s*\.$/, "") || undefined
  );
}

/** The parts of an answer that is a list: `a, b and c`. */
export function listIn(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.slice(0, longest).flatMap((part: unknown) => textIn(part) ?? []);
  const parts = textIn(answer)?.split(/[,;]|\s(?:and|&|\+)\s/) ?? [];
  return parts.flatMap((part) => textIn(part.replace(/^\s*and\s/, "")) ?? []);
}

/** The name of a program's or a driver's file, in small letters, without its folder and its ending: `myfault` for `C:\drivers\MyFault.sys`. */
export function fileIn(answer: unknown): string | undefined {
  const name = wordIn(answer)?.split(/[\\/]/).at(-1)?.trim();
  return name?.replace(/\.(?:sys|dll|exe)$/, "") || undefined;
}

/**
 * A number in hexadecimal, with or without `0x`, a debugger's grave accent or an assembler's `h`: an address, an offset, a value.
 * A number is taken as itself.
 */
export function hexIn(answer: unknown): bigint | undefined {
  if (typeof answer === "bigint") return answer;
  if (typeof answer === "number") return Number.isSafeInteger(answer) && answer >= 0 ? BigInt(answer) : undefined;
  if (typeof answer !== "string" || answer.length > longest) return undefined;
  const digits = answer
    .trim()
    .toLowerCase()
    .replace(/^\+\s*/, "")
    .replace(/[`_\s]/g, "");
  const [, hex] = /^(?:0x)?([0-9a-f]{1,32})h?$/.exec(digits) ?? [];
  return hex === undefined ? undefined : BigInt(`0x${hex}`);
}

/** Bytes in hexadecimal, in their order, however they are set apart: `4c 65 61 6b`, `0x4C,0x65`, `4C65616B`; or a list of numbers. */
export function bytesIn(answer: unknown): number[] | undefined {
  if (Array.isArray(answer) || answer instanceof Uint8Array) {
    const bytes: unknown[] = Array.from(answer.slice(0, longest + 1));
    const isByte = (byte: unknown): byte is number => Number.isInteger(byte) && Number(byte) >= 0 && Number(byte) < 256;
    return bytes.length > 0 && bytes.length <= longest && bytes.every(isByte) ? bytes : undefined;
  }
  if (typeof answer !== "string" || answer.length > longest) return undefined;
  const parts = answer
    .toLowerCase()
    .replace(/0x|\\x/g, " ")
    .split(/[\s,;:-]+/)
    .filter(Boolean);
  // A byte below 16 may stand without its nought where bytes are set apart.
  const pairs = parts.length > 1 ? parts.map((part) => part.padStart(part.length + (part.length % 2), "0")) : parts;
  const digits = pairs.join("");
  if (digits === "" || digits.length % 2 !== 0 || !/^[0-9a-f]+$/.test(digits)) return undefined;
  return Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/**
 * The amount that an answer says, in the unit that was asked for: `MiB/h`, `B`, `min`, `%`, or any word (`blocks`). Another unit of the
 * same kind is converted; a bare number is in the asked one. KB, MB and GB are what Windows' tools mean by them, KiB, MiB and GiB.
 *
 * @returns undefined where there is no number, more than one, or a unit of another kind
 */
export function measureIn(answer: unknown, asked: string): number | undefined {
  const wanted = unitOf(asked);
  if (typeof answer === "number") return Number.isFinite(answer) ? answer : undefined;
  if (isQuantity(answer)) return convert(answer.value, unitOf(answer.unit), wanted);
  if (typeof answer !== "string" || answer.length > longest) return undefined;
  const text = answer.trim().replace(/^(?:about|approx(?:imately)?\.?|circa|ca\.?|[~≈=])\s*/i, "");
  const clock = wanted.kind === "s" && /^(\d{1,3}):(\d\d)(?::(\d\d))?$/.exec(text);
  if (clock) return (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)) / wanted.factor;
  // A number, then what it is measured in: `3 h 20 min` has two of them.
  const parts = [
    ...text.matchAll(
      /([-+−]?(?:0x[0-9a-f]+|[.,]?\d(?:[\d.,'’\u00a0\u202f ]*\d)?(?:e[-+]?\d+)?))\s*((?:[^\d\s,+-][^\d,]*)?)[,\s]*/giy,
    ),
  ];
  if (parts.length === 0 || parts.map(([whole]) => whole).join("") !== text) return undefined;
  const amounts = parts.map(([, number = "", unit = ""]) => {
    const [value, word] = [numberFrom(number), unit.replace(/\band\b/i, "").trim()];
    if (value === undefined) return undefined;
    return word === "" && parts.length === 1 ? value : convert(value, unitOf(word), wanted);
  });
  if (parts.length > 1 && wanted.kind !== "s") return undefined;
  return amounts.reduce((sum, amount) => (sum === undefined || amount === undefined ? undefined : sum + amount), 0);
}

interface Unit {
  /** what is measured: `B`, `s`, `B/s`; a word of the author's where it is neither */
  kind: string;
  /** how many of the kind's own unit one of it is */
  factor: number;
}

const bytes = ["b", "k", "m", "g", "t"];
const seconds: Record<string, number> = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, d: 86_400, w: 604_800 };
const words: [RegExp, string][] = [
  [/^bytes?$/, "b"],
  [/^(?:kilo|kibi)bytes?$/, "k"],
  [/^(?:mega|mebi)bytes?$/, "m"],
  [/^(?:giga|gibi)bytes?$/, "g"],
  [/^(?:tera|tebi)bytes?$/, "t"],
  [/^([kmgt])i?b$/, "$1"],
  [/^milliseconds?$|^msecs?$/, "ms"],
  [/^µs$|^microseconds?$/, "us"],
  [/^secs?$|^seconds?$/, "s"],
  [/^mins?$|^minutes?$/, "min"],
  [/^hrs?$|^hours?$/, "h"],
  [/^days?$/, "d"],
  [/^weeks?$/, "w"],
  [/^percent$|^per cent$/, "%"],
];

function unitOf(written: string): Unit {
  const text = written.toLowerCase().replace(/\.$/, "").trim();
  if (text === "per cent") return { kind: "%", factor: 1 };
  const [above = "", below, ...others] = text.replace(/\s+(?:an?|per|each|every)\s+/g, "/").split(/\s*\/\s*/);
  const one = simpleUnit(above);
  if (below === undefined || others.length > 0) return one;
  const other = simpleUnit(below.replace(/^(?:an?|per)\s+/, ""));
  return { kind: `${one.kind}/${other.kind}`, factor: one.factor / other.factor };
}

function simpleUnit(text: string): Unit {
  const [pattern, short = ""] = words.find(([word]) => word.test(text)) ?? [];
  const name = pattern ? text.replace(pattern, short) : text;
  const power = bytes.indexOf(name);
  if (power >= 0) return { kind: "B", factor: 1024 ** power };
  if (Object.hasOwn(seconds, name)) return { kind: "s", factor: seconds[name]! };
  // Of what is counted one and many are the same.
  return { kind: name.replace(/s$/, ""), factor: 1 };
}

function convert(value: number, from: Unit, to: Unit): number | undefined {
  if (!Number.isFinite(value) || from.kind !== to.kind) return undefined;
  return from.factor === to.factor ? value : (value * from.factor) / to.factor;
}

function isQuantity(value: unknown): value is { value: number; unit: string } {
  if (typeof value !== "object" || value === null) return false;
  const { value: amount, unit } = value as Record<string, unknown>;
  return typeof amount === "number" && typeof unit === "string";
}
