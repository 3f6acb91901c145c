import { launchBrowser, openPage } from "./browser.ts";
import { serveSite } from "./site.ts";
const [width, theme, full, ...pages] = process.argv.slice(2);
const browser = await launchBrowser(); const site = await serveSite();
for (const p of pages) {
  const { page, complaints } = await openPage(browser, { viewport: { width: Number(width), height: 900 }, colorScheme: theme as "light" });
  await page.goto(site.url + p, { waitUntil: "networkidle" });
  const name = `/tmp/shots/${p.replaceAll("/", "_").replace(/[?=]/g, "-")}${width}-${theme}.png`;
  await page.screenshot({ path: name, fullPage: full === "full" });
  console.log(name, complaints, await page.evaluate("document.documentElement.scrollWidth"));
  await page.context().close();
}
await browser.close(); await site.close();
