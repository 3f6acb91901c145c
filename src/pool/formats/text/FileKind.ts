/** What a file turned out to be that a reader was given by mistake. */
export interface FileKind {
  /** with its article: `a binary counter log (.blg)` */
  kind: string;
  /** one sentence: how to get what was wanted; empty where there is nothing to advise */
  advice: string;
}
