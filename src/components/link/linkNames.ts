import { problemOfDriver, problemOfTag } from "../../pool/commands/fillCommand.ts";

/** The customer's tag and driver, as a link names them and after they were checked. */
export interface LinkNames {
  /** four characters, blanks at the end included */
  tag?: string;
  /** a file name: `foo.sys` */
  driver?: string;
}

/** What a link names, and a sentence about each name that is refused. */
export interface ReadNames {
  names: LinkNames;
  problems: Partial<Record<keyof LinkNames, string>>;
}

/**
 * Reads `?tag=` and `?driver=`. Somebody else wrote them: a name that is not plainly a tag or a file name is left out,
 * with a sentence that says why.
 *
 * - A tag has four characters, and mail programs cut blanks off the end of a link: `?tag=Irp` means `Irp `.
 * - Mail filters encode links a second time. `%` is in no tag that is accepted, so `%2523` can only have been `#`.
 */
export function readLinkNames(search: string): ReadNames {
  const parameters = new URLSearchParams(search);
  return checkNames(decodeAgain(parameters.get("tag") ?? ""), decodeAgain(parameters.get("driver") ?? ""));
}

/** Checks a tag and a driver as somebody typed them; what is empty is not named. */
export function checkNames(tag: string, driver: string): ReadNames {
  const read: ReadNames = { names: {}, problems: {} };
  const padded = tag.replace(/ +$/, "").padEnd(4);
  const file = driver.trim();
  const problems = { tag: problemOfTag(padded), driver: problemOfDriver(file) };
  if (tag !== "") {
    if (problems.tag === undefined) read.names.tag = padded;
    else read.problems.tag = problems.tag;
  }
  if (file !== "") {
    if (problems.driver === undefined) read.names.driver = file;
    else read.problems.driver = problems.driver;
  }
  return read;
}

/**
 * The names as the query of a link, without `?`: `tag=Dh%201&driver=foo.sys`; empty where nothing is named. All but letters and
 * digits of a tag is encoded, since programs that find links in a text end them at brackets, quotes and full stops.
 */
export function queryOf({ tag, driver }: LinkNames): string {
  const parts: string[] = [];
  if (tag !== undefined) parts.push(`tag=${tag.trimEnd().replaceAll(/[^A-Za-z0-9]/g, encodeCharacter)}`);
  if (driver !== undefined) parts.push(`driver=${driver}`);
  return parts.join("&");
}

const encodeCharacter = (character: string) =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;

function decodeAgain(text: string): string {
  if (!/%[\da-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
