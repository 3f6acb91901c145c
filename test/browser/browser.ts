import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { browserArguments, findTestBrowser } from "../../src/cli/findBrowser.ts";

/** Starts the Chromium, Chrome or Edge that is there, with more arguments if need be. */
export async function launchBrowser(flags: string[] = [], executablePath = findTestBrowser()): Promise<Browser> {
  if (!executablePath)
    throw new Error("No Chromium, Chrome or Edge is there; `npm test` gets one, CHROMIUM_PATH names one.");
  return chromium.launch({ executablePath, args: [...browserArguments, ...flags] });
}

/** A reader's profile: storage, cache, the size of the window. */
export function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
}

/** A page that writes down everything that a good page never does. */
export interface WatchedPage {
  page: Page;
  /** console messages, uncaught errors, refusals by a Content-Security-Policy, requests that failed */
  complaints: string[];
  /** layout shifts so far, as the browser scores them, those right after a key or a click included */
  layoutShift(): Promise<number>;
}

/** Opens a page in a context of its own, or in the one that is given. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
  context?: BrowserContext,
): Promise<WatchedPage> {
  context ??= await openContext(browser, options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    const error = request.failure()?.errorText ?? "";
    // What is left loads no further: a page for the next one, a worker that Stop ends while it starts.
    if (error.includes("ERR_ABORTED")) return;
    complaints.push(`failed: ${request.url()} ${error}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  // As a text: the test runner's transform of a function would not exist in the page.
  await page.addInitScript(`
    window.__layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.__layoutShift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error("policy " + event.violatedDirective + " refused " + event.blockedURI);
    });
  `);
  return { page, complaints, layoutShift: () => page.evaluate<number>("window.__layoutShift") };
}
