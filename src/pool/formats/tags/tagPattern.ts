/**
 * Whether a tag fits a pattern of pooltag.txt or of PoolMon's `-i` and `-x`: `?` is any one character, `*` any number of
 * them, everything else is itself, upper and lower case apart. A tag always has four characters, blanks included.
 */
export function matchesTag(pattern: string, tag: string): boolean {
  return fits(pattern.trimEnd(), tag.padEnd(4));
}

/** How much of a tag a pattern fixes: more wins over less, and `?`, which stands for one character, over `*`. */
export function tagSpecificity(pattern: string): number {
  let fixed = 0;
  for (const character of pattern.trimEnd()) fixed += character === "*" ? 0 : character === "?" ? 1 : 8;
  return fixed;
}

function fits(pattern: string, rest: string): boolean {
  if (pattern === "") return rest.trim() === "";
  const behind = pattern.slice(1);
  if (pattern.startsWith("*")) return fits(behind, rest) || (rest !== "" && fits(pattern, rest.slice(1)));
  return rest !== "" && (pattern.startsWith("?") || pattern[0] === rest[0]) && fits(behind, rest.slice(1));
}
