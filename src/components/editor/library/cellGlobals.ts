/**
 * What a cell finds besides its imports and the other cells' names. Its own small declarations instead of TypeScript's DOM or
 * worker library, since most of those are not there, and the error should be seen while typing. `log` is not here:
 * its names are the lesson's (see `lessonFiles`).
 */
export const cellGlobals = `
/** Shows a value below the cell, besides the value of its last expression. Gives the value back. */
declare function display<Shown>(value: Shown): Shown;

/** Bytes: a log of the lesson, or your own file. */
interface Blob {
  /** how many bytes */
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  /** a part of it, without reading it */
  slice(start?: number, end?: number, contentType?: string): Blob;
  /** the bytes as UTF-8 text; the library's readers find other encodings */
  text(): Promise<string>;
}
declare const Blob: { new (parts?: (Blob | ArrayBuffer | Uint8Array | string)[], options?: { type?: string }): Blob };

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

interface TextDecoder {
  readonly encoding: string;
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}
declare const TextDecoder: { new (encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder };

interface TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare const TextEncoder: { new (): TextEncoder };

declare function structuredClone<Cloned>(value: Cloned): Cloned;
`;
