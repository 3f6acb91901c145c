import type { ReaderName } from "../../pool/formats/text/FileKind.ts";

/** A log of the lesson in whose place a file may be put. */
export interface LogPlace {
  name: string;
  /** what reads such a log; undefined where its kind has no signs */
  reader: string | undefined;
}

/**
 * Finds for each of several files the log that it stands for: the one of its name, the one that they were dropped on, or the
 * only one of its kind that is left. No log takes two files, and none takes a file of another kind.
 *
 * @param readers what reads each file, by its name; undefined for a file that is no log
 * @param here the name of the log that they were dropped on
 * @returns the names of the logs, in the order of the files; undefined where a file fits none, or one could not say which
 */
export function sortFiles(
  files: readonly { name: string; reader: ReaderName | undefined }[],
  places: readonly LogPlace[],
  here: string,
): (string | undefined)[] {
  const free = new Set(places);
  const found = new Map<number, string>();
  const choose = (pick: (fitting: LogPlace[], file: string) => LogPlace | undefined) => {
    for (const [index, { name, reader }] of files.entries()) {
      if (found.has(index) || reader === undefined) continue;
      const place = pick(
        [...free].filter((each) => each.reader === reader),
        name.toLowerCase(),
      );
      if (!place) continue;
      found.set(index, place.name);
      free.delete(place);
    }
  };
  choose((fitting, file) => fitting.find(({ name }) => name.toLowerCase() === file));
  choose((fitting) => fitting.find(({ name }) => name === here));
  choose((fitting) => (fitting.length === 1 ? fitting[0] : undefined));
  return files.map((_, index) => found.get(index));
}
