import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findViolations } from "./findViolations.ts";
import { useSite } from "./useSite.ts";

const read = useSite();
const mayCopy = { permissions: ["clipboard-read", "clipboard-write"] };
const sizes = [
  { width: 1280, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 320, height: 700 },
];

const clipboardOf = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const codeOf = (page: Page, id: string) => page.locator(`lab-command[data-command="${id}"] .line code`);
const saidOn = (page: Page) => page.locator(".linked-said").innerText();

/** Where an element stands in the window, and where the header ends. */
const placeOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => ({
    top: element.getBoundingClientRect().top,
    header: document.querySelector("header")!.getBoundingClientRect().bottom,
    height: innerHeight,
  }));

describe("a tag and a driver in a link", () => {
  test("stand in the commands that have a place for them, marked, and are copied with them", () =>
    read(
      "lessons/poolmon/?tag=Dh%201&driver=foo.sys",
      async (_, { page }) => {
        const findstr = codeOf(page, "findstr-drivers");
        expect(await findstr.innerText()).toBe('findstr /m /l /c:"Dh 1" C:\\Windows\\System32\\drivers\\*.sys');
        expect(await findstr.locator("strong.filled").innerText()).toBe('/c:"Dh 1"');
        expect(await codeOf(page, "driver-version").locator("strong.filled").innerText()).toBe("foo.sys");
        await page.locator('lab-command[data-command="findstr-drivers"] button[data-copy]').click();
        expect(await clipboardOf(page)).toBe(await findstr.innerText());
        expect(await saidOn(page)).toBe(
          "Commands on this page are filled in for the tag Dh 1 and the driver foo.sys, from the link.",
        );
        // A command without a place for either is the lesson's, and so is what a cell computed.
        expect(await page.locator("lab-command:not([data-command]) .filled").count()).toBe(0);
        expect(await page.locator("#cell-verdict").innerText()).toContain("myfault.sys");
        expect(await findViolations(page)).toEqual([]);
      },
      mayCopy,
    ));

  test("give way to the lesson's own with one click, and come back with another", () =>
    read(
      "lessons/poolmon/?tag=toke",
      async (_, { page }) => {
        const own = page.locator('.linked [data-action="switch"]');
        const strings = codeOf(page, "strings");
        expect(await strings.innerText()).toMatch(/findstr \/l toke$/);
        expect(await codeOf(page, "driver-version").innerText()).toContain("myfault.sys");
        await own.focus();
        await page.keyboard.press("Enter");
        expect(await strings.innerText()).toMatch(/findstr \/l Leak$/);
        expect(await strings.locator(".filled").count()).toBe(0);
        await page.locator('lab-command[data-command="strings"] button[data-copy]').click();
        expect(await clipboardOf(page)).toMatch(/findstr \/l Leak$/);
        expect(await saidOn(page)).toContain("lesson’s own");
        await own.click();
        expect(await strings.innerText()).toMatch(/findstr \/l toke$/);
        expect(await strings.locator(".switch").count()).toBeGreaterThan(0);
      },
      mayCopy,
    ));

  test.each([
    ["tag=Leaks", /The tag in the link is left out.*"Leaks" has 5/],
    ["tag=%2525", /type this command by hand/],
    ["tag=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", /at most four characters/],
    ["tag=%F0%9F%92%A7", /ASCII/],
    ["driver=..%5C..%5Cfoo.sys", /The driver in the link is left out.*without a folder/],
    ["driver=%26calc.exe", /letters, digits/],
  ])("that are refused are said, and the lesson's own stay: %s", (query, sentence) =>
    read(`lessons/poolmon/?${query}`, async (_, { page }) => {
      const said = await saidOn(page);
      expect(said).toMatch(sentence);
      expect(said.match(/is left out/g)).toHaveLength(1);
      expect(await codeOf(page, "findstr-drivers").innerText()).toContain(" Leak ");
      expect(await codeOf(page, "driver-version").innerText()).toContain("\\myfault.sys");
      expect(
        await page.locator(".linked img, lab-command img, lab-command strong, .linked-controls :visible").count(),
      ).toBe(0);
      // Nothing of it goes on to the next page.
      const next = page.locator("a[rel=next]");
      await next.hover();
      expect(await next.getAttribute("href")).not.toContain("?");
    }),
  );

  test.each(sizes)("move nothing while the page loads, at $width pixels", async (viewport) => {
    for (const query of ["?tag=Toke&driver=foo.sys", "?tag=Irp+", "?tag=%25&driver=foo", "?tag=Leaks"]) {
      await read(
        `lessons/poolmon/${query}`,
        async (_, watched) => {
          await watched.page.locator(".linked-said:not(:empty)").waitFor();
          expect(await watched.layoutShift(), query).toBe(0);
        },
        { viewport },
      );
    }
  });

  test("cost a page without them nothing: no place, no script", () =>
    read("lessons/poolmon/", async (_, { page }) => {
      expect(await page.locator(".linked").isVisible()).toBe(false);
      const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
      expect(fetched.filter((name) => /showLinked|askForNames|linkNames|commands/i.test(name))).toEqual([]);
    }));

  test("are not there without JavaScript, and the lesson's own commands are", () =>
    read(
      "lessons/poolmon/?tag=Toke",
      async (_, { page }) => {
        expect(await page.locator(".linked").isVisible()).toBe(false);
        expect(await codeOf(page, "findstr-drivers").innerText()).toContain(" Leak ");
      },
      { javaScriptEnabled: false },
    ));
});

describe("the names go on", () => {
  test("from Part 1 to Part 2, to a cell's page and back into its lesson, by the page's own links", () =>
    read("lessons/perfmon/?tag=Irp&driver=foo.sys", async (_, { page }) => {
      expect(await saidOn(page)).toContain("its links carry them on");
      await page.locator("a[rel=next]").click();
      await page.waitForURL(/\/lessons\/poolmon\/\?tag=Irp&driver=foo\.sys$/);
      await page.locator(".filled").first().waitFor();
      expect(await codeOf(page, "findstr-drivers").innerText()).toContain('/c:"Irp "');
      await page.goto(page.url().replace("?", "cells/reconcile/?"), { waitUntil: "networkidle" });
      await page.getByRole("link", { name: "Read it where it stands" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/lessons\/poolmon\/\?tag=Irp&driver=foo\.sys#cell-reconcile$/);
      await page.locator(".filled").first().waitFor();
      // A place on the page keeps the address; another host learns nothing.
      const outside = page.locator('a[href^="https://learn.microsoft.com"]').first();
      await outside.hover();
      expect(await outside.getAttribute("href")).not.toContain("foo.sys");
      await page.waitForLoadState("networkidle");
    }));

  test("into copied links when the reader ticks so, those of cells and headings too", () =>
    read(
      "lessons/poolmon/?tag=Dh%201",
      async (_, { page }) => {
        const address = page.url().replace(/\?.*/, "");
        const share = page.locator(".page-title lab-share");
        await share.getByRole("button", { name: /^Copy link/ }).click();
        expect(await clipboardOf(page)).toBe(address);
        await page.getByLabel("Links that I copy here carry them").check();
        await share.getByRole("button", { name: /^Copy link|^Copied/ }).click();
        expect(await clipboardOf(page)).toBe(`${address}?tag=Dh%201`);
        await share.getByRole("button", { name: /support reply/ }).click();
        expect(await clipboardOf(page)).toContain(`\n${address}?tag=Dh%201\n`);
        const cell = page.locator("#cell-growth");
        await cell.hover();
        await cell.getByRole("button", { name: /^as Markdown/ }).click();
        expect(await clipboardOf(page)).toBe(`[Which tag grows?](${address}cells/growth/?tag=Dh%201)`);
        const heading = page.locator(".sl-heading-wrapper", { has: page.locator("h2#take-snapshots") });
        await heading.hover();
        await heading.locator("a.sl-anchor-link").click();
        await heading.getByRole("button", { name: /^Copy link/ }).click();
        expect(await clipboardOf(page)).toBe(`${address}?tag=Dh%201#take-snapshots`);
      },
      mayCopy,
    ));
});

describe("the form for a link", () => {
  test("checks what is typed and copies a link that fills in the commands", () =>
    read(
      "lessons/poolmon/",
      async (_, { page }) => {
        await page.locator('.page-title [data-action="names"]').click();
        const form = page.locator("dialog.ask-for-names");
        const copy = form.getByRole("button", { name: "Copy link" });
        expect(await copy.isDisabled()).toBe(true);
        expect(await findViolations(page)).toEqual([]);
        await page.keyboard.type("Leaks");
        expect(await form.getByLabel("Pool tag").getAttribute("aria-invalid")).toBe("true");
        expect(await form.innerText()).toContain('"Leaks" has 5');
        expect(await copy.isDisabled()).toBe(true);
        await form.getByLabel("Pool tag").fill("a.)");
        await form.getByLabel("Driver’s file name").fill("foo.sys");
        const wanted = `${page.url()}?tag=a%2E%29&driver=foo.sys`;
        expect(await form.locator("output").innerText()).toBe(wanted);
        await copy.click();
        expect(await clipboardOf(page)).toBe(wanted);
        await form.getByRole("button", { name: "as a support reply" }).click();
        expect(await clipboardOf(page)).toContain(`\n${wanted}\n`);
        await page.keyboard.press("Escape");
        expect(await form.count()).toBe(0);
        expect(await page.evaluate(() => document.activeElement?.getAttribute("data-action"))).toBe("names");
        await page.goto(wanted, { waitUntil: "networkidle" });
        expect(await codeOf(page, "strings").innerText()).toMatch(/\/c:"a\.\) "$/);
      },
      mayCopy,
    ));

  test("begins with what the page's own address names", () =>
    read("lessons/poolmon/?tag=Irp&driver=foo.sys", async (_, { page }) => {
      await page.locator('.page-title [data-action="names"]').click();
      const form = page.locator("dialog.ask-for-names");
      expect(await form.getByLabel("Pool tag").inputValue()).toBe("Irp");
      expect(await form.getByLabel("Driver’s file name").inputValue()).toBe("foo.sys");
    }));
});

describe("a cell's address", () => {
  test.each([sizes[0]!, sizes[2]!])(
    "opens with the cell and its result in words in view, at $width pixels",
    (viewport) =>
      read(
        "lessons/poolmon/cells/growth/",
        async (_, watched) => {
          const { top, header, height } = await placeOf(watched.page, "#cell-growth");
          expect(top).toBeGreaterThan(header);
          expect(top).toBeLessThan(height * 0.5);
          await watched.page.getByRole("link", { name: "Its result" }).click();
          const result = await placeOf(watched.page, "#result-growth");
          expect(result.top).toBeGreaterThanOrEqual(result.header);
          expect(result.top).toBeLessThan(result.height * 0.5);
          expect(await watched.layoutShift()).toBe(0);
        },
        { viewport },
      ),
  );

  test.each([sizes[0]!, sizes[2]!])(
    "leads into the lesson to the cell below the header, and back, at $width pixels",
    (viewport) =>
      read(
        "lessons/perfmon/cells/week-slope/",
        async (_, watched) => {
          const { page } = watched;
          const alone = page.url();
          await page.getByRole("link", { name: "Read it where it stands" }).click();
          await page.waitForURL(/#cell-week-slope$/);
          await page.waitForLoadState("networkidle");
          await page.evaluate(() => document.fonts.ready);
          const { top, header } = await placeOf(page, "#cell-week-slope");
          expect(top).toBeGreaterThanOrEqual(header);
          expect(top).toBeLessThan(header + 48);
          expect(await watched.layoutShift()).toBe(0);
          await page.goBack({ waitUntil: "networkidle" });
          expect(page.url()).toBe(alone);
          expect(await page.locator("lab-cell").count()).toBe(1);
        },
        { viewport },
      ),
  );

  test("shows the logs it was computed from, and a log of one's own goes there", () =>
    read("lessons/poolmon/cells/growth/", async (driver, { page }) => {
      const own = page.locator('lab-own-log[data-name="poolmon.txt"]');
      expect(await page.locator("lab-log").count()).toBe(1);
      await own.locator('[data-action="choose"]').click();
      await page.locator(".ask-for-log input[type=file]").setInputFiles("datasets/fabrikam-app2/poolmon.txt");
      await driver.waitFor("growth", "stale");
      await own.getByRole("button", { name: "Run the cell that builds on it" }).click();
      await driver.waitFor("growth", "ran");
      expect(await driver.stamp("growth")).toContain("from poolmon.txt");
      // A row's line is shown in the log on this page.
      const address = page.url();
      await page.locator("#cell-growth a.log-line").first().click();
      await page.locator("lab-log .log-row.is-current").waitFor();
      expect(page.url()).toBe(`${address}#log-poolmon-txt`);
    }));

  test("leads to the steps around it", () =>
    read("lessons/perfmon/cells/slope/", async (_, { page }) => {
      await page.locator("nav.around a[rel=next]").click();
      await page.waitForURL(/\/cells\/slope-doubt\/$/);
      await page.locator("nav.around a[rel=prev]").click();
      await page.waitForURL(/\/cells\/slope\/$/);
      await page.waitForLoadState("networkidle");
    }));
});

test("a link whose # a mail filter wrote as %23 is mended by the page for wrong addresses", () =>
  read("lessons/poolmon/?tag=Toke", async (_, watched) => {
    const { page, complaints } = watched;
    const address = page.url().replace(/\?.*/, "");
    await page.goto(`${address}%23cell-growth`);
    await page.waitForURL(`${address}#cell-growth`);
    await page.waitForLoadState("networkidle");
    const { top, header } = await placeOf(page, "#cell-growth");
    expect(top).toBeGreaterThanOrEqual(header);
    expect(top).toBeLessThan(header + 48);
    // That the host did not know the mangled address is all there is to complain of.
    expect(complaints.every((complaint) => complaint.includes("404"))).toBe(true);
    complaints.length = 0;
  }));
