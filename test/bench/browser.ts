/**
 * What a reader of the Part 1 lesson waits for, in a real browser against the built site, beside the design's budgets. Nothing is asserted: times depend on the machine.
 */
import { buildSite } from "../../src/cli/buildSite.ts";
import { findBrowser } from "../../src/cli/findBrowser.ts";
import { launchBrowser } from "../browser/browser.ts";
import { serveSite } from "../browser/site.ts";
import { builtPages } from "../site/builtSite.ts";
import { weightOf } from "../site/pageWeight.ts";
import { printFigures, type Figure } from "./browser/figures.ts";
import { measureDrag } from "./browser/measureDrag.ts";
import { measureEdit } from "./browser/measureEdit.ts";
import { measureLargeLog } from "./browser/measureLargeLog.ts";
import { measureRuns } from "./browser/measureRuns.ts";
import { measureStop } from "./browser/measureStop.ts";

const page = "/lessons/perfmon/";

function measureWeight(): Figure[] {
  const { everything, javascript } = weightOf(builtPages().find(({ address }) => address === page)!);
  return [
    { what: "bytes before any interaction, brotli", samples: [everything / 1000], unit: "kB", budget: 120 },
    { what: "of them JavaScript", samples: [javascript / 1000], unit: "kB", budget: 35 },
  ];
}

buildSite();
const site = await serveSite();
const browser = await launchBrowser([], findBrowser());
try {
  console.log(`   Chromium ${browser.version()}, ${page}, window 1280 × 900\n`);
  const address = site.url.replace(/\/$/, "") + page;
  const figures = measureWeight();
  for (const measure of [measureRuns, measureStop, measureEdit, measureDrag, measureLargeLog])
    figures.push(...(await measure(browser, address)));
  printFigures(figures);
} finally {
  await browser.close();
  await site.close();
}
