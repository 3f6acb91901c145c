import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage } from "./browser.ts";
import { serveSite, type Site } from "./site.ts";

/** The lab as it stands on a project page of some host: not at the root, and built for another name. */
const base = "/tools/pool-leak-lab";
let folder: string;
let site: Site;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "lab-"));
  // Vitest's own settings (NODE_ENV, BASE_URL, …) must not reach the build.
  const { PATH, HOME } = process.env;
  execFileSync("astro", ["build", "--outDir", folder], {
    env: { PATH, HOME, BASE: base, SITE: "https://lab.example" },
    stdio: "ignore",
  });
  [site, browser] = await Promise.all([serveSite(folder, base), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

test("under a sub-path every link of the home page and of a lesson leads to a page", async () => {
  for (const address of ["", "lessons/perfmon/"]) {
    const { page, complaints } = await openPage(browser);
    await page.goto(site.url + address, { waitUntil: "networkidle" });
    const links = await page
      .locator("a[href]")
      .evaluateAll((all) => [...new Set(all.map((link) => (link as HTMLAnchorElement).href.replace(/#.*/, "")))]);
    const inside = links.filter((link) => link.startsWith(new URL(site.url).origin));
    expect(inside.length).toBeGreaterThan(8);
    const answers = await Promise.all(inside.map(async (link) => [link, (await fetch(link)).status] as const));
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});

test("under a sub-path a cell runs, and its log is fetched from there", async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto(`${site.url}lessons/perfmon/`);
  const cell = page.locator('lab-cell[data-cell="slope"]');
  await cell.locator('button[data-action="run"]').click();
  await cell.locator('xpath=self::*[@data-status="ran"]').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("under a sub-path a link's tag fills commands in and goes on with the page's links", async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto(`${site.url}lessons/perfmon/?tag=Toke`, { waitUntil: "networkidle" });
  await page.locator("a[rel=next]").click();
  await page.waitForURL(`${site.url}lessons/poolmon/?tag=Toke`);
  await page.locator(".filled", { hasText: "Toke" }).first().waitFor();
  await page.waitForLoadState("networkidle");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("canonical links name the published host with the sub-path", () => {
  const html = readFileSync(join(folder, "lessons/perfmon/index.html"), "utf8");
  expect(html).toContain(`<link rel="canonical" href="https://lab.example${base}/lessons/perfmon/"`);
});
