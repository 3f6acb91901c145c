import type { Locator, Page } from "playwright-core";

/** A file as a reader has it in hand. */
export interface GivenFile {
  name: string;
  text: string | Buffer;
}

/** Drives one log of an open lesson as a reader with an own file does. */
export class OwnLogDriver {
  readonly log: Locator;
  readonly #page: Page;

  constructor(page: Page, name: string) {
    this.#page = page;
    this.log = page.locator(`lab-log[data-name="${name}"]`);
  }

  get said(): Locator {
    return this.log.locator(".own-log-said");
  }

  get report(): Locator {
    return this.log.locator(".log-report");
  }

  control(action: "choose" | "run" | "stop" | "restore"): Locator {
    return this.log.locator(`lab-own-log [data-action="${action}"]`);
  }

  /** Picks a file in the dialog: one on disk, or one made here. */
  async choose(file: string | GivenFile): Promise<void> {
    await this.control("choose").click();
    const given =
      typeof file === "string" ? file : { name: file.name, mimeType: "", buffer: Buffer.from(file.text as string) };
    await this.#page.locator(".ask-for-log input[type=file]").setInputFiles(given);
  }

  /** Drops files on the log, all at once. */
  async drop(...files: { name: string; text: string }[]): Promise<void> {
    await this.log.evaluate((element, given) => {
      const dataTransfer = new DataTransfer();
      for (const { name, text } of given) dataTransfer.items.add(new File([text], name));
      element.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    }, files);
  }

  /** Waits until the page has said what it read of the file in use. */
  async read(): Promise<string> {
    await this.report.locator("dl, details").first().waitFor({ timeout: 30_000 });
    return this.report.innerText();
  }

  /** Waits until the line beside the log holds these words, and gives all of it. */
  async hear(words: RegExp): Promise<string> {
    await this.log.locator(".own-log-said", { hasText: words }).waitFor({ timeout: 120_000 });
    return this.said.innerText();
  }
}
