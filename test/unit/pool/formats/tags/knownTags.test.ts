import { expect, test } from "vitest";
import { findKnownTag, kindOfTag, knownTags } from "../../../../../src/pool/formats/tags/knownTags.ts";

test("every tag has four characters, one entry, words and a source, where one is known", () => {
  expect(new Set(knownTags.map(({ tag }) => tag)).size).toBe(knownTags.length);
  for (const { tag, holds, advice, source } of knownTags) {
    expect(tag, tag).toMatch(/^[\x20-\x7e]{4}$/);
    expect(holds, tag).toMatch(/^\S.*[^.\s]$/);
    expect(advice, tag).toMatch(/^[A-Z].*\.$/);
    if (source !== undefined) expect(new URL(source).protocol, tag).toBe("https:");
  }
  const withoutSource = knownTags.filter(({ source }) => source === undefined).map(({ tag }) => tag);
  expect(withoutSource).toEqual(["ALPC", "ConT", "EtwR", "NtxF", "FMfn", "FMsl"]);
});

test.each([
  ["File", "object"],
  ["Toke", "object"],
  ["MmSt", "cache"],
  ["Ddk ", "generic"],
  ["Irp", "generic"], // without its blank
  ["EtwB", "trace"],
  ["AfdZ", "network"], // by the pattern Afd?
  ["AfdB", "network"],
  ["LSwi", "network"],
  ["CM25", "registry"], // by the pattern CM??
  ["AmlH", "executive"], // by the pattern Aml?
  ["Dh 1", "session"],
  ["Leak", "driver"],
])("%s is of the kind %s", (tag, kind) => {
  expect(kindOfTag(tag)).toBe(kind);
});

test("a driver's own tag is not known, whatever its case resembles", () => {
  expect([kindOfTag("CtxL"), kindOfTag("file"), kindOfTag("FILE")]).toEqual([undefined, undefined, undefined]);
});

test("what growth means is said where it differs: objects point to handles, the cache to memory pressure, shared tags to stacks", () => {
  expect(findKnownTag("File")?.advice).toMatch(/handle/);
  expect(findKnownTag("MmSt")?.advice).toMatch(/pressure/);
  expect(findKnownTag("Ddk ")?.advice).toMatch(/stacks/);
  expect(findKnownTag("NDnd")?.advice).toMatch(/KB4534307/);
});
