import { decodeForDisplay, logTextOf, type HeldText, type LogText } from "./LogText.ts";

/** Bytes that are read at a time while lines are counted: a few milliseconds of work. */
const pieceBytes = 4 << 20;
/** Bytes from one remembered line start to the next: what is read and held to show a line between them. */
const blockBytes = 1 << 20;
/** Bytes of a block that are shown; more than this has only a line that no log has. */
const longestBlock = 4 * blockBytes;
/** Blocks that are held beside the ones in view. */
const blocksHeld = 8;

/** A stretch of whole lines. */
interface Block {
  /** its first line, counted from 1 */
  line: number;
  /** its first byte */
  from: number;
}

/**
 * Indexes a log too large to be held: one line start is remembered per mebibyte, and lines are read from the file when they
 * are wanted. Rejects where the file cannot be read.
 *
 * @param onProgress told the share of the file that has been counted, from 0 to 1
 * @returns undefined where `isWanted` said no meanwhile
 */
export async function indexLog(
  file: Blob,
  onProgress: (share: number) => void,
  isWanted: () => boolean,
  block = blockBytes,
): Promise<LogText | undefined> {
  const isWide = await startsWide(file);
  const blocks: Block[] = [{ line: 1, from: 0 }];
  let [line, lineFrom, widest, at] = [1, 0, 0, 0];
  const endLine = (next: number) => {
    widest = Math.max(widest, next - lineFrom);
    line += 1;
    lineFrom = next;
    if (next - blocks.at(-1)!.from >= block) blocks.push({ line, from: next });
  };
  // In UTF-16 a line feed is two bytes, and each of them may be half of another letter.
  let isBegun = false;
  for await (const bytes of piecesOf(file)) {
    if (!isWanted()) return undefined;
    if (isBegun && bytes[0] === 0) endLine(at + 1);
    isBegun = false;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, end + 1)) {
      if (!isWide) endLine(at + end + 1);
      else if ((at + end) % 2 === 1) continue;
      else if (end + 1 === bytes.length) isBegun = true;
      else if (bytes[end + 1] === 0) endLine(at + end + 2);
    }
    at += bytes.length;
    onProgress(at / file.size);
  }
  widest = Math.max(widest, file.size - lineFrom);
  const lineCount = lineFrom === file.size ? line - 1 : line;
  if (blocks.at(-1)!.line > lineCount && blocks.length > 1) blocks.pop();
  const widestLine = Math.min(isWide ? widest / 2 : widest, longestBlock);
  return { ...blockText(file, { blocks, lineCount, isWide }), lineCount, widestLine };
}

interface Index {
  blocks: readonly Block[];
  lineCount: number;
  isWide: boolean;
}

function blockText(file: Blob, { blocks, lineCount, isWide }: Index): Pick<LogText, "lineAt" | "load" | "findLine"> {
  const held = new Map<number, HeldText>();

  const blockOf = (line: number): number => {
    let [low, high] = [0, blocks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (blocks[middle]!.line <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const read = async (block: number): Promise<HeldText> => {
    const { from } = blocks[block]!;
    const to = Math.min(blocks[block + 1]?.from ?? file.size, from + longestBlock);
    return logTextOf(decodeForDisplay(await bytesOf(file.slice(from, to)), isWide));
  };

  const load = (first: number, last: number): Promise<void> | undefined => {
    const wanted = range(blockOf(first), blockOf(last));
    const missing = wanted.filter((block) => !held.has(block));
    if (missing.length === 0) return undefined;
    return Promise.all(missing.map(async (block) => [block, await read(block)] as const)).then((texts) => {
      for (const old of [...held.keys()].slice(0, Math.max(0, held.size - blocksHeld))) {
        if (!wanted.includes(old)) held.delete(old);
      }
      for (const [block, text] of texts) held.set(block, text);
    });
  };

  return {
    load,
    lineAt(line) {
      if (line < 1 || line > lineCount) return "";
      const block = blockOf(line);
      return held.get(block)?.lineAt(line - blocks[block]!.line + 1);
    },
    async findLine(words, from, direction, isWanted = () => true) {
      if (words === "" || lineCount === 0) return 0;
      const start = blockOf(Math.max(from, 1));
      // The block that it begins in is looked at twice: what lies behind the start, and in the end what lies before it.
      for (let step = 0; step <= blocks.length && isWanted(); step++) {
        const block = (((start + step * direction) % blocks.length) + blocks.length) % blocks.length;
        const first = blocks[block]!.line;
        const text = held.get(block) ?? (await read(block));
        const lines = range(1, text.lineCount);
        if (direction < 0) lines.reverse();
        const isAhead = (line: number) =>
          direction > 0 ? first + line - 1 > from : first + line - 1 < from || from < 1;
        const ahead = step === 0 ? lines.filter(isAhead) : lines;
        const hit = ahead.find((line) => text.lineAt(line).toLowerCase().includes(words.toLowerCase()));
        if (hit !== undefined) return first + hit - 1;
      }
      return 0;
    },
  };
}

/** The bytes of a file in pieces. Each is overwritten by the next where the browser can do that: garbage would pile up. */
async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  let reader: ReadableStreamBYOBReader;
  try {
    reader = file.stream().getReader({ mode: "byob" });
  } catch {
    for (let at = 0; at < file.size; at += pieceBytes) yield await bytesOf(file.slice(at, at + pieceBytes));
    return;
  }
  let buffer = new ArrayBuffer(pieceBytes);
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (value) {
      yield value;
      buffer = value.buffer;
    }
    if (done) return;
  }
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

async function startsWide(file: Blob): Promise<boolean> {
  const [first, second] = await bytesOf(file.slice(0, 2));
  return first === 0xff && second === 0xfe;
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
