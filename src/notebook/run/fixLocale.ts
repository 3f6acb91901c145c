import { define } from "./fixDates.ts";

const locale = "en-US";

/** The formatters of `Intl` that can be made without naming a locale. */
const formatters = [
  "Collator",
  "DateTimeFormat",
  "DurationFormat",
  "ListFormat",
  "NumberFormat",
  "PluralRules",
  "RelativeTimeFormat",
  "Segmenter",
] as const;

/** Makes everything that formats by the reader's own locale use English (United States) and UTC when none is named. */
export function fixLocale(scope: typeof globalThis): void {
  for (const name of formatters) fixFormatter(scope.Intl as unknown as Record<string, unknown>, name);
  withLocale(scope.Number.prototype, "toLocaleString", 0);
  withLocale(scope.BigInt.prototype, "toLocaleString", 0);
  withLocale(scope.String.prototype, "localeCompare", 1);
  withLocale(scope.String.prototype, "toLocaleLowerCase", 0);
  withLocale(scope.String.prototype, "toLocaleUpperCase", 0);
}

function fixFormatter(intl: Record<string, unknown>, name: string): void {
  const Native = intl[name];
  if (typeof Native !== "function") return; // not in every engine
  const withDefaults = (args: unknown[]): unknown[] => {
    const [locales = locale, options] = args;
    return [locales, name === "DateTimeFormat" ? { timeZone: "UTC", ...(options as object | undefined) } : options];
  };
  const Fixed = new Proxy(Native, {
    apply: (target, receiver, args: unknown[]) => Reflect.apply(target, receiver, withDefaults(args)) as unknown,
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, withDefaults(args), newTarget) as object,
  });
  define(Native.prototype as object, { constructor: Fixed });
  define(intl, { [name]: Fixed });
}

/** Gives a method its locale when the call names none; `index` is the place of that argument. */
function withLocale(prototype: object, method: string, index: number): void {
  const native = Reflect.get(prototype, method) as (...args: unknown[]) => unknown;
  define(prototype, {
    [method](this: unknown, ...args: unknown[]) {
      if (args[index] === undefined) args[index] = locale;
      return Reflect.apply(native, this, args);
    },
  });
}
