import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressWithNames } from "../../../src/components/link/carryNames.ts";
import { linkedSentences } from "../../../src/components/link/linkedSentences.ts";
import { checkNames, queryOf, readLinkNames } from "../../../src/components/link/linkNames.ts";
import { mendAddress } from "../../../src/components/link/mendAddress.ts";
import { withQuery } from "../../../src/components/share/shareAddress.ts";
import { fillCommand } from "../../../src/pool/commands.ts";

describe("the names in a link", () => {
  test.each([
    ["?tag=Toke", "Toke"],
    ["?tag=toke", "toke"],
    ["?tag=TOKE", "TOKE"],
    ["?tag=Dh%201", "Dh 1"],
    ["?tag=Dh+1", "Dh 1"],
    ["?tag=Irp%20", "Irp "],
    ["?tag=Irp+", "Irp "],
    ["?tag=a%2Bb1", "a+b1"],
    ["?tag=%23abc", "#abc"],
    ["?tag=%2523abc", "#abc"],
    ["?tag=Dh%25201", "Dh 1"],
    ["?tag=a%27%3Cb", "a'<b"],
    ["?line=3&tag=Leak&tag=Toke", "Leak"],
  ])("%s is the tag “%s”", (search, tag) => {
    expect(readLinkNames(search)).toEqual({ names: { tag }, problems: {} });
  });

  test("a blank that was cut off the end of a link is part of the tag all the same", () => {
    expect(readLinkNames("?tag=Irp")).toEqual(readLinkNames("?tag=Irp%20"));
    expect(readLinkNames("?tag=Leak%20").names.tag).toBe("Leak");
  });

  test.each([
    ["?tag=Leaks", /four characters; "Leaks" has 5/],
    ["?tag=%25", /by hand/],
    ["?tag=a%22b", /by hand/],
    ["?tag=a%5Cb", /by hand/],
    ["?tag=%C3%A9", /ASCII/],
    ["?tag=%F0%9F%92%A7", /ASCII/],
    ["?tag=a%0Ab", /ASCII/],
    ["?tag=%00", /ASCII/],
    ["?tag=%20%20", /blanks alone/],
    ["?tag=%3Cscript%3Ealert(1)%3C/script%3E", /four characters/],
  ])("%s is refused with a sentence", (search, problem) => {
    const read = readLinkNames(search);
    expect(read.names).toEqual({});
    expect(read.problems.tag).toMatch(problem);
  });

  test("a refused driver leaves the tag in", () => {
    const read = readLinkNames("?tag=Toke&driver=..%5Cfoo.sys");
    expect(read.names).toEqual({ tag: "Toke" });
    expect(read.problems.driver).toMatch(/without a folder/);
  });

  test("an empty name is none", () => {
    expect(readLinkNames("?tag=&driver=")).toEqual({ names: {}, problems: {} });
    expect(readLinkNames("")).toEqual({ names: {}, problems: {} });
  });

  test("whatever is typed and accepted comes back from the link that is made of it, and fills a command", () => {
    const character = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 1, maxLength: 5 }), (typed) => {
        const { names } = checkNames(typed, "foo.sys");
        const query = queryOf(names);
        expect(query).toMatch(/^(tag=[A-Za-z0-9%]+&)?driver=foo\.sys$/);
        expect(readLinkNames(`?${query}`).names).toEqual(names);
        if (names.tag !== undefined) expect(fillCommand("findstr-drivers", names).ok).toBe(true);
      }),
      { seed: 2012, numRuns: 2000 },
    );
  });

  test("no search part whatever makes a name that a command refuses", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        const { names } = readLinkNames(`?tag=${text}&driver=${text}`);
        if (names.tag !== undefined) expect(fillCommand("strings", names).ok).toBe(true);
        if (names.driver !== undefined) expect(fillCommand("sigcheck", names).ok).toBe(true);
      }),
      { seed: 2012, numRuns: 2000 },
    );
  });
});

test("names go behind each mention of an address and before its section", () => {
  const address = "https://lab.example/lessons/perfmon/";
  expect(withQuery(`[a](${address}#floor)`, address, "tag=Toke")).toBe(`[a](${address}?tag=Toke#floor)`);
  expect(withQuery(`see ${address}`, address, "")).toBe(`see ${address}`);
});

describe("links of the site carry the names on", () => {
  const site = "https://host.example/tools/lab/";
  const carried = (address: string) => addressWithNames(address, "tag=Toke", site);

  test("to its pages, beside what the link says already", () => {
    expect(carried(`${site}lessons/poolmon/`)).toBe(`${site}lessons/poolmon/?tag=Toke`);
    expect(carried(site)).toBe(`${site}?tag=Toke`);
    expect(carried(`${site}lessons/perfmon/?line=82#log-perfmon-csv`)).toBe(
      `${site}lessons/perfmon/?line=82&tag=Toke#log-perfmon-csv`,
    );
    expect(carried(`${site}lessons/perfmon/?tag=Leak&driver=a.sys#x`)).toBe(`${site}lessons/perfmon/?tag=Toke#x`);
  });

  test("and to nothing else", () => {
    expect(carried("https://learn.microsoft.com/en-us/")).toBeUndefined();
    expect(carried("https://host.example/other/")).toBeUndefined();
    expect(carried(`${site}logs/contoso-fs1/perfmon.csv`)).toBeUndefined();
    expect(carried(`${site}lessons/poolmon/?tag=Toke`)).toBeUndefined();
  });
});

test.each([
  ["/lessons/perfmon/%23cell-growth", "/lessons/perfmon/#cell-growth"],
  ["/lessons/perfmon%23cell-growth", "/lessons/perfmon/#cell-growth"],
  ["/lab/lessons/perfmon/%2523cell-growth", "/lab/lessons/perfmon/#cell-growth"],
  ["/lessons/poolmon/%3Ftag=Toke", "/lessons/poolmon/?tag=Toke"],
  ["/lessons/poolmon%3ftag=Toke%23growth", "/lessons/poolmon/?tag=Toke#growth"],
  ["/lessons/nothing/", undefined],
  ["/100%25/", undefined],
])("the mangled address %s was %s", (path, meant) => {
  expect(mendAddress(path)).toBe(meant);
});

describe("what a page says of its address", () => {
  const said = (search: string, fillable: number, isFilled = true) =>
    linkedSentences(readLinkNames(search), fillable, isFilled)
      .map(({ text }) => text)
      .join("");

  test("names what is filled in, and that it can be had otherwise", () => {
    expect(said("?tag=Toke&driver=foo.sys", 3)).toBe(
      "Commands on this page are filled in for the tag Toke and the driver foo.sys, from the link.",
    );
    expect(said("?driver=foo.sys", 3, false)).toMatch(/lesson’s own\. .* for the driver foo\.sys\.$/);
    expect(said("?tag=Irp", 1)).toContain("the tag Irp  (with its blank at the end)");
  });

  test("promises no commands where there are none", () => {
    expect(said("?tag=Toke", 0)).toMatch(
      /^The link is for the tag Toke\. No command of this page asks for it; its links carry it on\.$/,
    );
  });

  test("says once for each name why it is left out", () => {
    expect(said("?tag=Leaks&driver=foo", 3)).toBe(
      'The tag in the link is left out, and the lesson’s own stays. A pool tag has at most four characters; "Leaks" has 5. ' +
        "The driver in the link is left out, and the lesson’s own stays. " +
        "A driver's file name is letters, digits, - and _ and ends in .sys, .dll or .exe, such as myfault.sys.",
    );
  });
});
