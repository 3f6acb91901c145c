import { expect, test } from "vitest";
import { builtPages, isServed } from "./builtSite.ts";

const pages = builtPages();
const byAddress = new Map(pages.map((page) => [page.address, page]));

test.each(pages.map((page) => [page.address, page] as const))(
  "every link of %s leads somewhere",
  (address, { document }) => {
    const broken: string[] = [];
    for (const link of document.querySelectorAll("a[href], link[href], script[src], img[src]")) {
      const target = link.getAttribute("href") ?? link.getAttribute("src")!;
      // The page for wrong addresses stands at every wrong address: it has none of its own.
      if (/^(data:|mailto:)/.test(target) || (link.getAttribute("rel") === "canonical" && address === "/404.html"))
        continue;
      const url = new URL(target, `http://lab.test${address}`);
      if (url.host !== "lab.test" && url.host !== "localhost:4321") {
        if (url.protocol !== "https:") broken.push(`${target} (not https)`);
        continue;
      }
      if (!isServed(url.pathname)) broken.push(target);
      else if (url.hash && byAddress.has(url.pathname)) {
        const id = decodeURIComponent(url.hash.slice(1));
        if (!byAddress.get(url.pathname)!.document.getElementById(id))
          broken.push(`${target} (no such place on the page)`);
      }
    }
    expect(broken).toEqual([]);
  },
);

test("no id stands twice on a page", () => {
  for (const { address, document } of pages) {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    expect(twice, address).toEqual([]);
  }
});
