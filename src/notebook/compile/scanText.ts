const identifier = /(?:[$\u200c\u200d\p{ID_Continue}]|\\u[\dA-Fa-f]{4}|\\u\{[\dA-Fa-f]+\})+/uy;

/** The offset of the first character at or behind `from` that is neither white space nor comment. */
export function skipTrivia(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    if (text.startsWith("//", at)) at = endOfLine(text, at);
    else if (text.startsWith("/*", at)) at = endOfComment(text, at);
    else return at;
  }
}

/** As `skipTrivia`, and passes the brackets that close a parenthesised expression: a node's range leaves them out. */
export function skipTriviaAndClosing(text: string, from: number): number {
  let at = skipTrivia(text, from);
  while (text[at] === ")") at = skipTrivia(text, at + 1);
  return at;
}

/** The offset behind the identifier or keyword that starts at `from`; `from` itself when there is none. */
export function endOfWord(text: string, from: number): number {
  identifier.lastIndex = from;
  return identifier.test(text) ? identifier.lastIndex : from;
}

export function hasLineBreak(text: string): boolean {
  return /[\n\r\u2028\u2029]/.test(text);
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !hasLineBreak(text[at]!)) at++;
  return at;
}

function endOfComment(text: string, from: number): number {
  const end = text.indexOf("*/", from + 2);
  return end < 0 ? text.length : end + 2;
}
