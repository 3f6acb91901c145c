import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressOfKey,
  hashText,
  keyOf,
  momentText,
  readEdit,
  whatToOffer,
  writeEdit,
} from "../../../../src/components/edits/KeptEdit.ts";

const times = fc.integer({ min: 0, max: 8_640_000_000_000_000 });

describe("a kept edit", () => {
  test("reads back as it was written, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), times, (text, lesson, time) => {
        expect(readEdit(writeEdit({ text, lesson, time }))).toEqual({ text, lesson, time });
      }),
    );
  });

  test("is nothing where something else stands under its key", () => {
    const others = ["", "null", "[]", "12", '"text"', "{", '{"text":"a"}', '{"text":1,"lesson":"b","time":1}'];
    const odd = ['{"text":"a","lesson":"b","time":1e300}', '{"text":"a","lesson":"b","time":"1"}'];
    for (const kept of [undefined, ...others, ...odd]) expect(readEdit(kept), kept).toBe(undefined);
    fc.assert(
      fc.property(fc.json(), (json) => {
        const read = readEdit(json);
        if (read) expect(readEdit(writeEdit(read))).toEqual(read);
      }),
    );
  });
});

describe("the key of a cell", () => {
  const ids = fc.stringMatching(/^[a-z]+(-[a-z]+)*$/);
  const bases = fc.stringMatching(/^(\/[a-z-]+){0,2}\/?$/);

  test("leads back to the cell, and not from the site beside it on the host", () => {
    fc.assert(
      fc.property(bases, bases, ids, ids, (base, other, page, cell) => {
        const key = keyOf(base, { page: `lessons/${page}`, cell });
        expect(addressOfKey(base, key)).toEqual({ page: `lessons/${page}`, cell });
        const isSame = base.replace(/\/$/, "") === other.replace(/\/$/, "");
        if (!isSame) expect(addressOfKey(other, key)).toBe(undefined);
      }),
    );
  });

  test("is told from what others keep", () => {
    for (const key of [
      "starlight-theme",
      "pool-leak-lab:edit:2::a#b",
      "pool-leak-lab:edit:1::a",
      "pool-leak-lab:edit:1::#b",
    ])
      expect(addressOfKey("/", key), key).toBe(undefined);
  });
});

test("the hash is FNV-1a's, so that what one version of the site kept the next one knows", () => {
  // The published vectors of the 32-bit FNV-1a.
  expect([hashText(""), hashText("a"), hashText("foobar")]).toEqual(["811c9dc5", "e40c292c", "bf9cf968"]);
});

test("what is offered depends on whether the lesson still says what the edit was made from", () => {
  const time = 0;
  const made = (text: string, from: string) => ({ text, lesson: hashText(from), time });
  expect(whatToOffer(undefined, "lesson")).toBe("nothing");
  expect(whatToOffer(made("mine", "lesson"), "lesson")).toBe("mine");
  expect(whatToOffer(made("mine", "lesson"), "lesson, revised")).toBe("both");
  expect(whatToOffer(made("lesson, revised", "lesson"), "lesson, revised")).toBe("nothing");
});

test("a moment is named with its year only when that is another one", () => {
  const moment = new Date(2026, 10, 14, 15, 20).getTime();
  expect(momentText(moment, new Date(2026, 11, 31).getTime())).toBe("14 Nov, 15:20");
  expect(momentText(moment, new Date(2027, 0, 1).getTime())).toBe("14 Nov 2026, 15:20");
});
