/**
 * What the numbers under a name are measured in, by the convention all lessons follow. The longest ending wins, so
 * `growthBytesPerHour` is a rate and `freedBytes` an amount. `ms` is a moment (since 1970, UTC), `s` a duration,
 * `share` is 1 for 100 %, and `line` is a line of the log, counted from 1.
 */
const ENDINGS: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/(?:^bytes|Bytes)PerHour$/, "B/h"],
  [/(?:^bytes|Bytes)PerSecond$/, "B/s"],
  [/(?:^perHour|PerHour)$/, "1/h"],
  [/(?:^perSecond|PerSecond)$/, "1/s"],
  [/(?:^bytes|Bytes)$/, "B"],
  [/(?:^perAlloc|PerAlloc)$/, "B"],
  [/(?:^share|Share)$/, "share"],
  [/(?:^seconds|Seconds)$/, "s"],
  [/(?:^time|Time)$/, "ms"],
  [/(?:^line|Line)$/, "line"],
];

/** Endings that only say the unit; the heading drops them, since the unit stands beside it. */
const SPOKEN_BY_UNIT = /(?:BytesPerHour|BytesPerSecond|Bytes|PerHour|PerSecond|Share|Seconds)$/;

/** The unit of the numbers in a column or under a property of this name; `` for a bare number. */
export function unitOf(name: string): string {
  return ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? "";
}

/**
 * A column's heading in words: `growthBytesPerHour` → "Growth", `perAlloc` → "Per alloc". A name that is no
 * identifier, such as the path of a counter, is its own heading.
 */
export function labelOf(name: string): string {
  return wordsOf(name, name.replace(SPOKEN_BY_UNIT, ""));
}

/** The headings of a table's columns; those that would read the same say their units: "Growth bytes per hour". */
export function labelsOf(names: readonly string[]): string[] {
  const labels = names.map(labelOf);
  return labels.map((label, index) => {
    const isAlone = labels.indexOf(label) === labels.lastIndexOf(label);
    return isAlone ? label : wordsOf(names[index]!, names[index]!);
  });
}

function wordsOf(name: string, kept: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return name;
  const words = kept
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .split(/[\s_$]+/)
    .filter((word) => word !== "")
    .map((word) => (/^[A-Z\d]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(" ");
  return words === "" ? name : words[0]!.toUpperCase() + words.slice(1);
}
