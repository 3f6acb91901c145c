const RE_ROW_LIKE = /(?:^|\s)(?:Nonp|Paged)\s*(?:-?\d|$)/;
const RE_ORNAMENT = /^[^\p{L}\p{N}]*$/u;

/** Whether a line that is no whole row looks like the rest of one: a pool's name with a number behind, or nothing. */
export function looksLikeRow(text: string): boolean {
  return RE_ROW_LIKE.test(text);
}

/** Whether a line holds neither letter nor digit: rules that scripts draw, the `...` of a shortened example. */
export function isOrnament(text: string): boolean {
  return RE_ORNAMENT.test(text);
}
