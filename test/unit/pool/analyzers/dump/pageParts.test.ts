import { expect, it } from "vitest";
import { pageParts } from "../../../../../src/pool/analyzers/dump/pageParts.ts";
import { readDebuggerSession } from "../../../../../src/pool/formats/windbg/readDebuggerSession.ts";

it("places the blocks of a page end to end, and tells the tag asked for from others and from what is free", async () => {
  const log = [
    "1: kd> !pool fffffa80070f3050",
    "Pool page fffffa80070f3050 region is Nonpaged pool",
    " fffffa80070f3000 size:   50 previous size:    0  (Allocated)  Even (Protected)",
    "*fffffa80070f3050 size:   70 previous size:   50  (Allocated) *CtxL",
    " fffffa80070f30c0 size:   70 previous size:   70  (Free)       CtxL",
    " fffffa80070f3130 size:  ed0 previous size:   70  (Allocated)  CtxL",
    "1: kd> !pool fffffa801f2c9000",
    "Pool page fffffa801f2c9000 region is Nonpaged pool",
    "*fffffa801f2c9000 : large page allocation, tag is Leak, size is 0x100000 bytes",
  ].join("\n");
  const { records } = await readDebuggerSession(new TextEncoder().encode(log));
  const [page, large] = records.poolPages.map(pageParts);
  expect(page!.map(({ tag, kind }) => `${tag} ${kind}`)).toEqual(["Even other", "CtxL own", "CtxL free", "CtxL own"]);
  expect(page!.map(({ fromBytes }) => fromBytes)).toEqual([0, ...page!.slice(0, 3).map(({ toBytes }) => toBytes)]);
  expect(page!.at(-1)!.toBytes).toBe(4096);
  expect(large).toEqual([]);
});
