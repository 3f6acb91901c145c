import { expect, test } from "vitest";
import { fileSizeText } from "../../../../src/components/log/fileSizeText.ts";

test.each([
  [0, "0 bytes"],
  [1023, "1023 bytes"],
  [1024, "1.0 KiB"],
  [10_190, "10 KiB"],
  [480_000, "469 KiB"],
  [1024 ** 2 - 1, "1.0 MiB"],
  [13_000_000, "12 MiB"],
  [2.5 * 1024 ** 3, "2.5 GiB"],
  [5000 * 1024 ** 3, "5,000 GiB"],
])("%d bytes are %s", (bytes, words) => {
  expect(fileSizeText(bytes)).toBe(words);
});
