/** What a findstr command looks for. */
export interface FindstrCommand {
  /** the texts it looks for: a file is listed when it holds any one of them */
  texts: string[];
  /** whether it prints file names only (`/m`); without it, lines are printed */
  namesOnly: boolean;
  /** what it searches: files; or, behind a `|`, the texts that another command printed, all of one file where that is `strings` on it */
  input: { of: "files" } | { of: "pipe"; file: string | undefined };
  /** why the result says less than it seems to, as sentences */
  caveats: string[];
}

/** At the start of a line, or behind a prompt or another command; in a sentence it is no command. */
const RE_COMMAND = /(?:^|[>|&])\s*findstr(?:\.exe)?(\s+\S.*)$/i;
/** A single `|`: a second one stands for "or else", and pipes nothing. */
const RE_PIPE = /(?:^|[^|])\|$/;
/** `strings` on one file, with its path. */
const RE_STRINGS = /\bstrings(?:64)?(?:\.exe)?["']?\s(?:[^|]*\s)?(?:"([^"*?|]+)"|([^\s"*?|]+))\s*\|$/i;
/** Where its arguments end: `| more`, `> found.txt`, `2>nul`. */
const RE_NEXT_COMMAND = /^\d?[|<>&]/;
const RE_ARGUMENT = /(?:[^\s"]|"(?:[^"\\]|\\.)*"?)+/g;

/** Characters that mean something else to findstr unless it is told `/l`. */
const RE_META = /[.*^$[\]\\]/;

/**
 * Reads a `findstr` command line, with or without a prompt before it; undefined where the line holds none.
 *
 * Source: https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/findstr
 */
export function parseFindstrCommand(line: string): FindstrCommand | undefined {
  const found = RE_COMMAND.exec(line);
  if (!found || found[1] === undefined || line.length > 2000) return undefined;
  const switches: string[] = [];
  const whole: string[] = [];
  let words: string | undefined;
  let files = 0;
  for (const argument of found[1].match(RE_ARGUMENT) ?? []) {
    if (RE_NEXT_COMMAND.test(argument)) break;
    const plain = unquote(argument);
    if (/^[/-][a-z]/i.test(plain) && words === undefined) {
      if (/^[/-]c:/i.test(plain)) whole.push(unquote(plain.slice(3)));
      else switches.push(...switchesOf(plain));
    } else if (words === undefined && whole.length === 0 && !switches.includes("g")) {
      words = plain;
    } else files++;
  }
  // Without /c a blank separates texts of which any one will do.
  const texts = [...whole, ...(words?.split(/ +/).filter((word) => word !== "") ?? [])];
  const before = line.slice(0, found.index + 1);
  const isPiped = RE_PIPE.test(before) && files === 0 && !switches.includes("f");
  const input: FindstrCommand["input"] = isPiped ? { of: "pipe", file: fileOfStrings(before) } : { of: "files" };
  return { texts, namesOnly: switches.includes("m"), input, caveats: findCaveats(texts, words, switches) };
}

function fileOfStrings(piping: string): string | undefined {
  const [, quoted, plain] = RE_STRINGS.exec(piping) ?? [];
  const path = quoted ?? plain;
  return path !== undefined && /\.(?:sys|dll|exe|drv)$/i.test(path) ? path : undefined;
}

function findCaveats(texts: string[], words: string | undefined, switches: string[]): string[] {
  const caveats: string[] = [];
  if (words !== undefined && /\S +$/.test(words)) {
    caveats.push(
      `findstr drops the blank at the end of "${words}" and finds longer words too; search with /c:"${words}".`,
    );
  } else if (texts.length > 1) {
    caveats.push(
      "Several texts were searched at once, so a file is listed when it holds any one of them; search for one tag at a time.",
    );
  }
  if (switches.includes("i")) {
    caveats.push("Upper and lower case were not told apart (/i), but they are in tags; search again without /i.");
  }
  if (!switches.includes("l") && texts.some((text) => RE_META.test(text))) {
    caveats.push("The text was searched as a regular expression; add /l so that each character stands for itself.");
  }
  return caveats;
}

/** `/mls` is three switches; `/d:folder` is one with a value. */
function switchesOf(argument: string): string[] {
  const letters = argument.slice(1).toLowerCase();
  return letters.includes(":") ? [letters.charAt(0)] : [...letters.replaceAll("/", "")];
}

function unquote(text: string): string {
  return text.replace(/"((?:[^"\\]|\\.)*)"?/g, (_, inner: string) => inner.replace(/\\"/g, '"'));
}
