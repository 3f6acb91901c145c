/** A counter path taken apart: `\\machine\object(instance)\counter`. */
export interface CounterPath {
  /** without its backslashes; empty where the path names none */
  machine: string;
  object: string;
  /** without its parentheses; empty where the object has none */
  instance: string;
  counter: string;
}

/**
 * Takes a counter path apart; undefined where the text is none.
 *
 * Instances may hold commas, backslashes and parentheses (`Paging File(\??\C:\pagefile.sys)`), and so may counter names in
 * some languages (`Nicht-Auslagerungsseiten (Bytes)`): an instance begins only at a parenthesis in the object part, and ends at
 * the last `)\`. Syntax: https://learn.microsoft.com/en-us/windows/win32/perfctrs/specifying-a-counter-path
 */
export function parseCounterPath(path: string): CounterPath | undefined {
  let rest = path.trim();
  let machine = "";
  if (rest.startsWith("\\\\")) {
    const end = rest.indexOf("\\", 2);
    if (end < 3) return undefined;
    machine = rest.slice(2, end);
    rest = rest.slice(end);
  }
  if (!rest.startsWith("\\")) return undefined;
  const stop = rest.slice(1).search(/[(\\]/) + 1;
  if (stop < 2) return undefined;
  const object = rest.slice(1, stop);
  if (rest[stop] === "\\") {
    const counter = rest.slice(stop + 1);
    return counter === "" ? undefined : { machine, object, instance: "", counter };
  }
  const close = rest.lastIndexOf(")\\");
  if (close < stop || close + 2 >= rest.length) return undefined;
  return { machine, object, instance: rest.slice(stop + 1, close), counter: rest.slice(close + 2) };
}
