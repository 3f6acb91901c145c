/**
 * What a cell finds besides its imports and the other cells' names: the platform that the sandbox leaves it (`lockDown`).
 * Small declarations of our own instead of TypeScript's DOM or worker library, since most of those are not there, and the
 * error should be seen while typing. `log` is not here: its names are the lesson's (see `lessonFiles`).
 */
export const cellGlobals = `
/** Shows values below the cell, before the value of its last expression. */
declare function display(...values: unknown[]): void;

/** Values that a reader can set; each call returns a plain value: what the reader has set, or yours. */
declare const input: {
  /**
   * A slider for a number from \`min\` to \`max\`.
   *
   * @param name what it is called on the page: \`"quietBelow"\` is shown as “Quiet below”
   * @param options its bounds, its step, and the value it has until a reader sets another
   */
  range(name: string, options: InputRange): number;
  /**
   * A choice of one of the options.
   *
   * @param name what it is called on the page
   * @param options what can be chosen, and what is until a reader chooses another
   */
  select<const Option extends string | number>(name: string, options: InputSelect<Option>): Option;
  /**
   * A line of text.
   *
   * @param name what it is called on the page
   * @param options the text it has until a reader writes another
   */
  text(name: string, options?: InputText): string;
};
interface InputRange {
  /** the smallest number that can be set */
  min: number;
  /** the largest number that can be set */
  max: number;
  /** the number until a reader sets another; between \`min\` and \`max\` */
  value: number;
  /** how far apart the numbers are that can be set; a hundredth of the way when not given */
  step?: number;
}
interface InputSelect<Option> {
  /** texts or numbers, 100 at most */
  options: readonly Option[];
  /** the option until a reader chooses another; the first when not given */
  value?: Option;
}
interface InputText {
  /** the text until a reader writes another; empty when not given */
  value?: string;
}

/** What the check of an exercise is given. */
interface CheckGiven {
  /** the value of the last expression of the reader's answer, on the exercise machine's logs */
  answer: unknown;
  /** the value of the solution there */
  expected: unknown;
  /** one of the exercise machine's logs, by the name the lesson knows */
  log: (name: string) => Promise<Blob>;
}

/** What a check finds: what was learned, or which mistake it is and what evidence it misses. */
type CheckOutcome = { solved: string } | { wrong: string; says: string };

/** Bytes: a log of the lesson, or your own file. */
interface Blob {
  /** how many bytes */
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  /** a part of it, without reading it */
  slice(start?: number, end?: number, contentType?: string): Blob;
  /** its bytes piece by piece */
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** its bytes as UTF-8 text; the library's readers find other encodings */
  text(): Promise<string>;
}
type BlobPart = Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | string;
declare const Blob: { new (parts?: BlobPart[], options?: { type?: string }): Blob };

/** A file that you gave to the page. */
interface File extends Blob {
  readonly name: string;
  readonly lastModified: number;
}
declare const File: { new (parts: BlobPart[], name: string, options?: { type?: string; lastModified?: number }): File };

interface ReadableStream<Piece> {
  getReader(): { read(): Promise<{ done: boolean; value: Piece | undefined }>; cancel(): Promise<void>; releaseLock(): void };
  pipeThrough<Result>(transform: { readable: ReadableStream<Result>; writable: WritableStream<Piece> }): ReadableStream<Result>;
}
interface WritableStream<Piece> {
  getWriter(): { write(piece: Piece): Promise<void>; close(): Promise<void> };
}
interface TransformStream<Given, Result> {
  readonly readable: ReadableStream<Result>;
  readonly writable: WritableStream<Given>;
}
declare const CompressionStream: {
  new (format: "deflate" | "deflate-raw" | "gzip"): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;
};
declare const DecompressionStream: typeof CompressionStream;
declare const TextDecoderStream: { new (encoding?: string): TransformStream<Uint8Array<ArrayBuffer>, string> };
declare const TextEncoderStream: { new (): TransformStream<string, Uint8Array<ArrayBuffer>> };

interface TextDecoder {
  readonly encoding: string;
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}
declare const TextDecoder: { new (encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder };

interface TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare const TextEncoder: { new (): TextEncoder };

/** Tells a long read to end. */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}
interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
declare const AbortController: { new (): AbortController };

/** The clock of a cell stands still, but for a millisecond with every look at it: each run gives the same value. */
declare const performance: { now(): number; readonly timeOrigin: number };
declare function setTimeout(callback: () => void, milliseconds?: number): number;
declare function clearTimeout(timer: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<Cloned>(value: Cloned): Cloned;
declare function atob(text: string): string;
declare function btoa(text: string): string;
`;
