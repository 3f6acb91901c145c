import { expect, test } from "vitest";
import {
  addToAddress,
  bytesBetween,
  formatAddress,
  isNullAddress,
  parseAddress,
} from "../../../../../src/pool/formats/windbg/Address.ts";

test.each([
  ["fffff880`05a1f62f", "fffff88005a1f62f"],
  ["fffffa8003f42000", "fffffa8003f42000"],
  ["0x84226B28", "84226b28"],
  ["0", "00000000"],
  ["0x7ff6a1230000", "00007ff6a1230000"],
  ["123456789", "0000000123456789"],
  ["1`23456789", "0000000123456789"],
])("reads %s as %s", (text, address) => {
  expect(parseAddress(text)).toBe(address);
});

test.each(["", "0x", "fffff880`", "fffff880`5a1f62f", "nt!Ex", "fffffa8003f420000", "`12345678"])(
  "takes %j for no address",
  (text) => {
    expect(parseAddress(text)).toBeUndefined();
  },
);

test("counts from one address to another in the width of the target", () => {
  expect(addToAddress("fffffa8003f42000", 0x410)).toBe("fffffa8003f42410");
  expect(bytesBetween("fffffa8003f42410", "fffffa8003f42000")).toBe(-0x410);
  expect(formatAddress("fffffa8003f42000")).toBe("fffffa80`03f42000");
  expect(formatAddress("84226b28")).toBe("84226b28");
  expect([isNullAddress("00000000"), isNullAddress("00000010")]).toEqual([true, false]);
});
