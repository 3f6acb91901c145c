const QUOTE = '"';

/**
 * Splits a line of separated values: quotes around a field are left out and doubled ones in it undone. Blanks are kept, since they
 * belong to a pool tag; those between a separator and a quote are not.
 */
export function splitFields(line: string, separator: string): string[] {
  if (!line.includes(QUOTE)) return line.split(separator);
  const fields: string[] = [];
  for (let at = 0; at <= line.length;) {
    let start = at;
    while (line[start] === " ") start++;
    let field = "";
    if (line[start] === QUOTE) {
      at = start + 1;
      let end = line.indexOf(QUOTE, at);
      while (end >= 0 && line[end + 1] === QUOTE) {
        field += line.slice(at, end + 1);
        at = end + 2;
        end = line.indexOf(QUOTE, at);
      }
      field += line.slice(at, end < 0 ? line.length : end);
      at = end < 0 ? line.length : end + 1;
      const next = line.indexOf(separator, at);
      at = next < 0 ? line.length : next;
    } else {
      const next = line.indexOf(separator, at);
      field = line.slice(at, next < 0 ? line.length : next);
      at = next < 0 ? line.length : next;
    }
    fields.push(field);
    if (at >= line.length) break;
    at += separator.length;
    // A separator at the very end opens one more, empty field.
    if (at === line.length) fields.push("");
    if (at === line.length) break;
  }
  return fields;
}

/** A field as it is written: in quotes where it holds the separator or a quote. */
export function quoteField(field: string, separator: string): string {
  return field.includes(separator) || field.includes(QUOTE) ? `"${field.replaceAll(QUOTE, '""')}"` : field;
}
