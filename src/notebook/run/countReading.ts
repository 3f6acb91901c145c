/**
 * Counts what is read of a blob, however it is read: whole, as a stream, or slice by slice, slices of slices included. The
 * blob stays the blob that it is (it can be posted, and put into another); only its own reading methods are replaced.
 *
 * @param onRead told how many bytes have been read just now; what is read twice is told twice
 */
export function countReading<Source extends Blob>(blob: Source, onRead: (bytes: number) => void): Source {
  const { size } = blob;
  const slice = blob.slice.bind(blob);
  const stream = blob.stream.bind(blob);
  const whole = <Result>(read: () => Promise<Result>) => {
    return async (): Promise<Result> => {
      const result = await read();
      onRead(size);
      return result;
    };
  };
  const methods: Partial<Record<keyof Blob, unknown>> = {
    arrayBuffer: whole(blob.arrayBuffer.bind(blob)),
    text: whole(blob.text.bind(blob)),
    slice: (...range: Parameters<Blob["slice"]>) => countReading(slice(...range), onRead),
    stream: () =>
      stream().pipeThrough(
        new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
          transform(chunk, controller) {
            onRead(chunk.byteLength);
            controller.enqueue(chunk);
          },
        }),
      ),
  };
  // Younger than the others: not every browser has it.
  if (typeof blob.bytes === "function") methods.bytes = whole(blob.bytes.bind(blob));
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(blob, name, { value });
  return blob;
}
