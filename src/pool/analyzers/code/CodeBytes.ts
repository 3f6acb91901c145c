/** One instruction, or the bytes of one hit, with the bytes of the tag in it. */
export interface CodeBytesRow {
  /** the place that the row belongs to, in words; rows of one place follow each other */
  site: string;
  /** as the debugger prints it: `fffff880`05a1f61f` */
  address: string;
  /** two digits for each byte, in the order of memory: `41 b8 4c 65 61 6b` */
  bytes: string;
  /** `mov r8d,6B61654Ch`; for bytes that nobody disassembled, their letters */
  instruction: string;
  /** the number of the byte, from 0, at which the four bytes of the tag begin; absent where the row has none */
  tagAt?: number;
  /** the bytes before somebody changed some of them; absent where nobody did */
  was?: string;
  /** its line in the log */
  line?: number;
}

/** Which bytes of the code are a tag: a value that a page shows as a drawing of the bytes. */
export interface CodeBytes {
  kind: "codeBytes";
  /** the log that the lines stand in; absent where they stand in the log that the cell read */
  log?: string;
  rows: CodeBytesRow[];
}
