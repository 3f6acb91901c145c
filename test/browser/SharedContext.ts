import type { Browser, BrowserContext, Page } from "playwright-core";
import { openContext } from "./browser.ts";

/**
 * A profile that several readings share one after the other, each finding it as new. What was fetched and compiled once stays
 * in its cache, so that the editor opens in half the time.
 */
export class SharedContext {
  readonly context: BrowserContext;
  readonly #sweeper: Page;

  private constructor(context: BrowserContext, sweeper: Page) {
    this.context = context;
    this.#sweeper = sweeper;
  }

  static async open(browser: Browser, site: string): Promise<SharedContext> {
    const context = await openContext(browser);
    const sweeper = await context.newPage();
    // A page of the site's origin in which nothing runs.
    await sweeper.goto(`${site}favicon.svg`);
    return new SharedContext(context, sweeper);
  }

  /** Closes the pages and forgets what the site keeps in the browser. */
  async sweep(): Promise<void> {
    await Promise.all(this.context.pages().map((page) => page !== this.#sweeper && page.close()));
    await this.#sweeper.evaluate("localStorage.clear()");
    await this.context.clearPermissions();
  }
}
