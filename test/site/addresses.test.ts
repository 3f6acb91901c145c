import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtPages, isServed } from "./builtSite.ts";

const published = readFileSync("test/site/addresses.txt", "utf8")
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line && !line.startsWith("#"));

test.each(published)("the address %s, once published, still resolves", (address) => {
  expect(isServed(address)).toBe(true);
});

test("every page of the site is in the list of published addresses, so that none can vanish unnoticed", () => {
  const missing = builtPages()
    .map(({ address }) => address)
    .filter((address) => address !== "/404.html" && !published.includes(address));
  expect(missing, "add these to test/site/addresses.txt").toEqual([]);
});

test("addresses have no numbers of parts, no underscores and no capitals, and end in a slash", () => {
  for (const address of published.filter((address) => !address.startsWith("/logs/"))) {
    expect(address).toMatch(/^\/([a-z]+(-[a-z]+)*\/)*$/);
  }
});
