/** A search for a tag in the drivers' files, as a command prompt shows it. */
interface Search {
  tag: string;
  /** the files that findstr names */
  files: readonly string[];
}

/** A look at the words around a hit: what `strings` finds in a file that holds the tag. */
interface Look {
  tag: string;
  file: string;
  words: readonly string[];
}

/** What somebody typed and saw: the folder they worked in, searches, and looks at single files. */
export interface FindstrSession {
  folder: string;
  searches: readonly Search[];
  looks: readonly Look[];
}

const DRIVERS = "C:\\Windows\\System32\\drivers\\";

/** Prints the session, lines ended by CR LF. `findstr /m` prints names only, in the order of the folder. */
export function findstrText({ folder, searches, looks }: FindstrSession): string {
  const lines: string[] = [];
  for (const { tag, files } of searches)
    lines.push(`${folder}>findstr /m /l ${tag} ${DRIVERS}*.sys`, ...files.map((file) => DRIVERS + file), "");
  for (const { tag, file, words } of looks)
    lines.push(`${folder}>strings -nobanner -n 4 ${DRIVERS}${file} | findstr /l ${tag}`, ...words, "");
  return [...lines, `${folder}>`, ""].join("\r\n");
}
