import { launchBrowser } from "../browser.ts";
import { asJson, type TestedBrowser } from "./TestedBrowser.ts";

/** @param flags more arguments for the browser */
export async function openChromium(...flags: string[]): Promise<TestedBrowser> {
  const browser = await launchBrowser(flags);
  const page = await browser.newPage();
  return {
    async open(address) {
      await page.goto(address);
    },
    evaluate: async <Result>(expression: string) =>
      JSON.parse(await page.evaluate<string>(asJson(expression))) as Result,
    type: (text) => page.keyboard.type(text),
    close: () => browser.close(),
  };
}
