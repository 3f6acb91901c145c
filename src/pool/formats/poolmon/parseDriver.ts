/** What stands behind the numbers of a row of `poolmon -g` or `-c`. */
export interface MappedDriver {
  /** the drivers, as `ntfs.sys - AttrSup.c`, several joined by a comma; undefined where none is named */
  name: string | undefined;
  /** false where the text is none of PoolMon's forms */
  understood: boolean;
}

/**
 * Reads the Mapped_Driver column: `[ntfs.sys  -  AttrSup.c]`, several of them in a row, `Unknown Driver`, or nothing.
 * A bracket that the edge of the window cut off still counts, and so does a bare file name.
 *
 * Source: https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/poolmon-examples
 */
export function parseDriver(text: string): MappedDriver {
  const trimmed = text.trim().replace(/\s+/g, " ");
  if (trimmed === "" || /^\[?unknown driver\]?$/i.test(trimmed)) return { name: undefined, understood: true };
  if (trimmed.startsWith("[")) {
    const names = trimmed
      .split("[")
      .map((part) => part.replace(/\].*$/, "").trim())
      .filter((part) => part !== "" && !/^unknown driver$/i.test(part));
    return { name: names.length > 0 ? names.join(", ") : undefined, understood: true };
  }
  return /^\S+\.(?:sys|dll|exe)\b/i.test(trimmed)
    ? { name: trimmed, understood: true }
    : { name: undefined, understood: false };
}
