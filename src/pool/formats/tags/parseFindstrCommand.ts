/** What a findstr command looks for. */
export interface FindstrCommand {
  /** the texts it looks for: a file is listed when it holds any one of them */
  texts: string[];
  /** whether it prints file names only (`/m`); without it, lines are printed */
  namesOnly: boolean;
  /** why the result says less than it seems to, as sentences */
  caveats: string[];
}

/** At the start of a line, or behind a prompt or another command; in a sentence it is no command. */
const RE_COMMAND = /(?:^|[>|&])\s*findstr(?:\.exe)?(\s+\S.*)$/i;
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
  for (const argument of found[1].match(RE_ARGUMENT) ?? []) {
    const plain = unquote(argument);
    if (/^[/-][a-z]/i.test(plain) && words === undefined) {
      if (/^[/-]c:/i.test(plain)) whole.push(unquote(plain.slice(3)));
      else switches.push(...switchesOf(plain));
    } else if (words === undefined && whole.length === 0 && !switches.includes("g")) {
      words = plain;
    }
  }
  // Without /c a blank separates texts of which any one will do.
  const texts = [...whole, ...(words?.split(/ +/).filter((word) => word !== "") ?? [])];
  return { texts, namesOnly: switches.includes("m"), caveats: findCaveats(texts, words, switches) };
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
