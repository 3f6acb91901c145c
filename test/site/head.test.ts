import { expect, test } from "vitest";
import { policyOf } from "../../src/layouts/contentSecurityPolicy.ts";
import { builtPages } from "./builtSite.ts";

const pages = builtPages().filter(({ address }) => address !== "/404.html");
const meta = (document: Document, name: string) =>
  document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute("content") ?? "";

test.each(pages.map((page) => [page.address, page] as const))(
  "%s makes a good chat preview and search result",
  (_, { document }) => {
    const title = document.querySelector("title")?.textContent ?? "";
    const description = meta(document, "description");
    expect(title.length).toBeGreaterThan(10);
    expect(title.length, title).toBeLessThanOrEqual(90);
    expect(description.length, description).toBeGreaterThan(50);
    expect(description.length, description).toBeLessThanOrEqual(260);
    expect(meta(document, "og:title")).not.toBe("");
    expect(meta(document, "og:description")).toBe(description);
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute("href")).toMatch(/^https?:\/\/.*\/$/);
    expect(document.querySelectorAll("h1")).toHaveLength(1);
  },
);

test("no two pages share a title or a description", () => {
  for (const name of ["og:title", "description"]) {
    const all = pages.map(({ document, address }) => [meta(document, name), address] as const);
    const seen = new Map<string, string>();
    for (const [text, address] of all) {
      expect(seen.get(text), `${address} says the same as`).toBeUndefined();
      seen.set(text, address);
    }
  }
});

test("every page carries a policy that allows its own inline scripts by hash and nothing from elsewhere", () => {
  for (const { html, address } of builtPages()) {
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy, address).toBe(policyOf(html));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*('unsafe-inline'|'unsafe-eval'|\*|https?:)/);
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<script"));
  }
});
