import type { LogTimeZone } from "./CounterLog.ts";

/** What the header line of a counter log says. */
export interface Header {
  /** the byte between two fields: comma, tab or semicolon */
  delimiter: number;
  timeZone: LogTimeZone | undefined;
  /** the first field as it stands: `(PDH-CSV 4.0) (Pacific Daylight Time)(420)` */
  stampTitle: string;
  /** the counter paths; empty where a column has no title */
  paths: string[];
  /** what is wrong with the header, as a sentence; undefined where nothing is */
  doubt: string | undefined;
}

const SIGNATURE = /\(PDH-(CSV|TSV)\s[\d.]+\)/;

/** Minutes: no zone is further than this from UTC. */
const FURTHEST_ZONE = 15 * 60;

/** Whether a line is the header of a counter log: it begins with `(PDH-CSV 4.0)`, or its fields are counter paths. */
export function isHeader(line: string): boolean {
  return SIGNATURE.test(line.slice(0, 40)) || /^[^\\]{0,80}[,;\t]\s*"?\\\\[^\\]+\\[^\\]+\\/.test(line.slice(0, 2000));
}

/** A byte order mark, also as windows-1252 shows it: copied logs have it in mid-file. */
const MARK = /^(\ufeff|\u00ef\u00bb\u00bf|\s)+/;

/** Reads the header line, whether quoted or not; undefined where the line is none. */
export function parseHeader(text: string): Header | undefined {
  const line = text.replace(MARK, "");
  if (!isHeader(line)) return undefined;
  const signature = SIGNATURE.exec(line.slice(0, 40));
  const delimiter = findDelimiter(line) ?? (signature?.[1] === "TSV" ? "\t" : ",");
  const [stampTitle = "", ...paths] = splitHeader(line, delimiter);
  const header: Header = {
    delimiter: delimiter.charCodeAt(0),
    timeZone: undefined,
    stampTitle,
    paths,
    doubt: undefined,
  };
  while (paths.length > 0 && paths.at(-1) === "") paths.pop();
  if (!signature) {
    header.doubt = `The header's first field is "${stampTitle.slice(0, 40)}", not (PDH-CSV 4.0): the log was edited, and its time zone is not known.`;
    return header;
  }
  const zone = stampTitle.slice(stampTitle.indexOf(signature[0]) + signature[0].length).trim();
  if (zone === "") return header;
  const [, name, bias] = /^\((.*)\)\s*\(([+-]?\d+)\)$/.exec(zone) ?? [];
  if (name === undefined || bias === undefined) {
    header.doubt = `The header's time zone is cut off ("${zone.slice(0, 60)}"): times are shown as the machine's local time.`;
  } else if (Math.abs(Number(bias)) > FURTHEST_ZONE) {
    header.doubt = `The header says UTC is ${bias} minutes from local time, which no zone is: times are shown as the machine's local time.`;
  } else {
    header.timeZone = { name, biasMinutes: Number(bias) };
  }
  return header;
}

/** The delimiter is what stands before the first counter path, or after the first quoted field. */
function findDelimiter(line: string): string | undefined {
  const quoted = /^\s*"[^"]*"\s*([,;\t])/.exec(line);
  return quoted?.[1] ?? /([,;\t])\s*"?\\/.exec(line)?.[1];
}

/**
 * Splits a header into its fields. Where the quotes were lost, a comma inside an instance (`Processor Information(0,1)`) is told from
 * a delimiter by what follows: a path begins with a backslash.
 */
function splitHeader(line: string, delimiter: string): string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    while (line[at] === " ") at++;
    let field: string;
    if (line[at] === '"') {
      let end = at + 1;
      while (end < line.length && (line[end] !== '"' || line[end + 1] === '"')) end += line[end] === '"' ? 2 : 1;
      field = line.slice(at + 1, end).replaceAll('""', '"');
      at = line.indexOf(delimiter, end);
    } else {
      const start = at;
      do at = line.indexOf(delimiter, at === start ? at : at + 1);
      while (at >= 0 && !/^\s*(["\\]|$)/.test(line.slice(at + 1, at + 20)) && line[at + 1] !== delimiter);
      field = line.slice(start, at < 0 ? line.length : at);
    }
    fields.push(field.trim());
    if (at < 0) return fields;
    at++;
  }
}
