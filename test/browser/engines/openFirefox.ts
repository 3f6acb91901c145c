import puppeteer from "puppeteer-core";
import { findFirefox } from "../../../src/cli/otherBrowsers.ts";
import { asJson, type TestedBrowser } from "./TestedBrowser.ts";

/** Puppeteer speaks WebDriver BiDi with the Firefox that is there; Playwright needs a Firefox of its own. */
export async function openFirefox(preferences: Record<string, unknown> = {}): Promise<TestedBrowser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error("Firefox is not installed.");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    extraPrefsFirefox: preferences,
  });
  const page = await browser.newPage();
  return {
    async open(address) {
      await page.goto(address);
    },
    evaluate: async <Result>(expression: string) =>
      JSON.parse((await page.evaluate(asJson(expression))) as string) as Result,
    type: (text) => page.keyboard.type(text),
    close: () => browser.close(),
  };
}
