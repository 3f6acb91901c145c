/** Where `Date.now()` starts in every run; any moment would do, one that nobody takes for the present is best. */
export const CLOCK_START = Date.UTC(2026, 0, 1);

const parts = ["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds"];

/** A date text with a zone of its own: `…Z`, `… GMT`, `…+02:00`, `… PST`. */
const hasZone = /(?:Z|\b(?:UTC?|GMT|[ECMP][SD]T)|[+-]\d{2}:?\d{2})(?:\s*\([^)]*\))?\s*$/i;
const isoDate = /^[+-]?\d{4,6}(?:-\d\d(?:-\d\d)?)?$/;
const isoDateTime = /^[+-]?\d{4,6}-\d\d(?:-\d\d)?T[\d:.,]+$/;

/**
 * Makes `Date` give the same in every place: local time is UTC, text is English (United States), and the present is
 * what `now` says. Changes the realm's own `Date`.
 */
export function fixDates(scope: typeof globalThis, now: () => number): void {
  const NativeDate = scope.Date;
  const nativeParse = NativeDate.parse;
  const parse = (text: unknown): number => {
    const words = String(text).trim();
    if (hasZone.test(words) || isoDate.test(words)) return nativeParse(words);
    const inUtc = nativeParse(isoDateTime.test(words) ? `${words}Z` : `${words} UTC`);
    return Number.isNaN(inUtc) ? nativeParse(words) : inUtc;
  };
  define(NativeDate, { now, parse });
  fixLocalTime(NativeDate);
  fixDateText(NativeDate);

  const FixedDate = new Proxy(NativeDate, {
    apply: () => new NativeDate(now()).toString(),
    construct: (target, args: unknown[], newTarget) => Reflect.construct(target, [momentOf(args)], newTarget) as object,
  });
  const momentOf = (args: unknown[]): unknown => {
    if (args.length === 0) return now();
    if (args.length > 1) return NativeDate.UTC(...(args as Parameters<typeof Date.UTC>));
    const [only] = args;
    return typeof only === "string" || only instanceof String ? parse(only) : only;
  };
  define(NativeDate.prototype, { constructor: FixedDate });
  define(scope, { Date: FixedDate });
}

function fixLocalTime(NativeDate: DateConstructor): void {
  const methods = NativeDate.prototype as unknown as Record<string, (this: Date, ...args: number[]) => number>;
  for (const part of [...parts, "Day"]) {
    define(methods, { [`get${part}`]: methods[`getUTC${part}`] });
    if (part !== "Day") define(methods, { [`set${part}`]: methods[`setUTC${part}`] });
  }
  define(methods, {
    getTimezoneOffset(this: Date) {
      return Number.isNaN(this.getTime()) ? NaN : 0;
    },
    getYear(this: Date) {
      return this.getUTCFullYear() - 1900;
    },
  });
}

function fixDateText(NativeDate: DateConstructor): void {
  // `Thu, 01 Jan 2026 00:00:00 GMT`, by the language's own definition of toUTCString.
  const shape = /^(\w{3}), (\d\d) (\w{3}) (-?\d+) ([\d:]+) GMT$/;
  const written = (date: Date, form: (...parts: string[]) => string): string => {
    const match = shape.exec(date.toUTCString());
    return match ? form(...match.slice(1)) : "Invalid Date";
  };
  const day = (weekday: string, date: string, month: string, year: string) => `${weekday} ${month} ${date} ${year}`;
  const clock = (time: string) => `${time} GMT+0000 (Coordinated Universal Time)`;
  const { toLocaleString, toLocaleDateString, toLocaleTimeString } = NativeDate.prototype;
  const inEnglish = (method: typeof toLocaleString) =>
    function (this: Date, locales: Intl.LocalesArgument = "en-US", options: Intl.DateTimeFormatOptions = {}) {
      return Reflect.apply(method, this, [locales, { timeZone: "UTC", ...options }]) as string;
    };
  define(NativeDate.prototype, {
    toString(this: Date) {
      return written(this, (w, d, m, y, time) => `${day(w!, d!, m!, y!)} ${clock(time!)}`);
    },
    toDateString(this: Date) {
      return written(this, (w, d, m, y) => day(w!, d!, m!, y!));
    },
    toTimeString(this: Date) {
      return written(this, (_w, _d, _m, _y, time) => clock(time!));
    },
    toLocaleString: inEnglish(toLocaleString),
    toLocaleDateString: inEnglish(toLocaleDateString as typeof toLocaleString),
    toLocaleTimeString: inEnglish(toLocaleTimeString as typeof toLocaleString),
  });
}

/** Puts properties in place of built-in ones, as little enumerable as those. */
export function define(target: object, properties: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  }
}
