import { launchBrowser } from "../browser.ts";
import { asJson, type TestedBrowser } from "./TestedBrowser.ts";

export async function openChromium(): Promise<TestedBrowser> {
  const browser = await launchBrowser();
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
