import { readFileSync } from "node:fs";
import type { Browser, CDPSession } from "playwright-core";

/** How often the processes are looked at, in milliseconds. */
const interval = 100;

/** Watches the memory of all of a browser's processes; on systems without `/proc` it knows nothing. */
export class BrowserMemory {
  readonly #session: CDPSession;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #peak = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(browser: Browser): Promise<BrowserMemory> {
    return new BrowserMemory(await browser.newBrowserCDPSession());
  }

  /** The bytes that the processes hold, shared pages counted once; undefined where the system does not say. */
  async now(): Promise<number | undefined> {
    const { processInfo } = await this.#session.send("SystemInfo.getProcessInfo");
    try {
      return processInfo.reduce((sum, { id }) => sum + heldBy(id), 0);
    } catch {
      return undefined;
    }
  }

  /** Begins to remember the highest value. */
  watch(): void {
    this.#peak = 0;
    const look = async () => {
      this.#peak = Math.max(this.#peak, (await this.now()) ?? 0);
      if (this.#timer !== undefined) this.#timer = setTimeout(() => void look(), interval);
    };
    this.#timer = setTimeout(() => void look(), 0);
  }

  /** @returns the highest value since `watch`, in bytes */
  stop(): number {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#peak;
  }
}

function heldBy(process: number): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}
