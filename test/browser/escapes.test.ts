import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines } from "./engines/engines.ts";
import { escapes } from "./hostile/escapes.ts";
import { HostileReader } from "./hostile/HostileReader.ts";

describe.each(engines)("in $name", ({ isHere, open }) => {
  let reader: HostileReader;
  beforeAll(async () => {
    if (isHere) reader = await HostileReader.start(open);
  });
  afterAll(() => reader?.close());

  test.skipIf(!isHere)("an attempt that does get out would be noticed", async () => {
    expect(await reader.attemptInCell("return 1 + 1")).toEqual({
      outcome: JSON.stringify([{ kind: "text", text: "reached", omitted: 0 }]),
      traces: [],
    });
    expect(await reader.attemptRaw("return 1 + 1")).toEqual({ outcome: "reached", traces: [] });
    await reader.browser.evaluate(`fetch("/stolen").then(() => postMessage("stolen"))`);
    const { traces } = await reader.attemptRaw("return false");
    expect(traces).toEqual(["/stolen", "message stolen"]);
    await reader.forget();
  });

  describe("an edited cell does not get out", () => {
    test.skipIf(!isHere).for(escapes)("by %s", async ([, body]) => {
      const { outcome, traces } = await reader.attemptInCell(body);
      expect(outcome).not.toContain("reached");
      expect(traces).toEqual([]);
    });
  });

  describe("nothing in the sandbox's worker gets out, past the compiler and the runtime,", () => {
    test.skipIf(!isHere).for(escapes)("by %s", async ([, body]) => {
      const { outcome, traces } = await reader.attemptRaw(body);
      expect(outcome).not.toBe("reached");
      expect(traces).toEqual([]);
    });

    test.skipIf(!isHere)("and what it keeps is not found by the next", async () => {
      for (const [, body] of escapes.filter(([name]) => name === "the cache of responses")) {
        expect(await reader.attemptRaw(body)).not.toMatchObject({ outcome: "reached" });
        expect(await reader.attemptRaw(body)).not.toMatchObject({ outcome: "reached" });
      }
    });
  });
});
