import type { ReadOptions } from "../ReadResult.ts";

/** Large enough that the cost per piece vanishes, small enough that progress and stopping feel immediate. */
export const PIECE_BYTES = 4 << 20;

/** One piece of a source, in order. */
export interface Piece {
  bytes: Uint8Array;
  /** true for the last piece */
  last: boolean;
}

/** Why the pieces ended before the source did; empty where they did not. */
export interface PiecesEnd {
  reason: "" | "stopped" | "unreadable";
  bytesRead: number;
  message: string;
}

/**
 * Gives the bytes of a source piece by piece, in memory bounded by one piece, with progress, until `signal` stops it.
 * Never throws: a file that changed or vanished meanwhile ends the pieces, and `end` says so.
 */
export async function* readPieces(
  source: Uint8Array | Blob,
  options: ReadOptions,
  end: PiecesEnd,
  pieceBytes = PIECE_BYTES,
): AsyncGenerator<Piece, void, undefined> {
  const total = source instanceof Uint8Array ? source.length : source.size;
  let from = 0;
  do {
    if (options.signal?.aborted) {
      end.reason = "stopped";
      end.message = `Reading was stopped after ${from} of ${total} bytes; what stands here is the log's beginning.`;
      return;
    }
    const to = Math.min(from + pieceBytes, total);
    let bytes: Uint8Array;
    if (source instanceof Uint8Array) {
      bytes = source.subarray(from, to);
    } else {
      try {
        bytes = new Uint8Array(await source.slice(from, to).arrayBuffer());
      } catch (error) {
        end.reason = "unreadable";
        end.message = `The file could not be read beyond byte ${from} of ${total} (${error instanceof Error ? error.message : String(error)}); it was moved or changed meanwhile: choose it again.`;
        return;
      }
    }
    yield { bytes, last: to >= total };
    from = to;
    end.bytesRead = to;
    options.onProgress?.(to, total);
    // Bytes in memory never wait, so a stop button could not be pressed between two pieces without this.
    if (source instanceof Uint8Array && options.signal && from < total) await new Promise((done) => setTimeout(done));
  } while (from < total);
}
