import type { OwnLogDetail } from "../cell/LabOwnLog.ts";
import { fileSizeText } from "./fileSizeText.ts";
import { decodeForDisplay, logTextOf, type LogText } from "./LogText.ts";
import { LogView, type LineMarks } from "./LogView.ts";

/** Bytes of a log of the reader's own that are held as text to be shown; cells read larger ones in pieces. */
const largestShown = 50_000_000;

/** A log of the lesson: closed it shows its first lines (they are in the page), open it can be read, searched, walked. */
export class LabLog extends HTMLElement {
  #view: LogView | undefined;
  #text: LogText | undefined;
  /** what cells read in place of the sample */
  #ownFile: File | undefined;

  connectedCallback(): void {
    this.addEventListener("own-log", (event) => void this.#replace((event as CustomEvent<OwnLogDetail>).detail.file));
    const open = this.querySelector<HTMLButtonElement>(".log-open");
    if (!open) return;
    open.addEventListener("click", () => void this.open());
    this.#openIfLinked();
  }

  /** A link from another page, `?line=82#log-perfmon-csv`, leads to a line. */
  #openIfLinked(): void {
    const line = Number(new URLSearchParams(location.search).get("line"));
    if (Number.isSafeInteger(line) && line > 0 && location.hash === `#${this.id}`) void this.open(line);
  }

  /** The log's name as cells write it. */
  get name(): string {
    return this.dataset["name"] ?? "";
  }

  /** Opens the whole log, at a line if one is given, and gives it the focus. */
  async open(line?: number): Promise<void> {
    if (this.#ownFile && this.#ownFile.size > largestShown) return;
    try {
      const view = await this.#load();
      if (line) view.goTo(line);
      view.element.focus({ preventScroll: true });
      this.#say(line ? `Line ${line.toLocaleString("en")} of ${this.#text!.lineCount.toLocaleString("en")}` : "");
      if (line) this.scrollIntoView({ block: "nearest" });
    } catch {
      this.#say("The log could not be fetched. Is the connection there? The link above downloads it.");
    }
  }

  async #load(): Promise<LogView> {
    if (this.#view) return this.#view;
    const file = this.#ownFile;
    this.#say("Fetching the log …");
    const bytes = await this.#read(file);
    // Another file may have been put here meanwhile; then that one is shown.
    if (file !== this.#ownFile) return this.#load();
    this.#text = logTextOf(decodeForDisplay(bytes));
    const label = `${file?.name ?? this.name}, all ${this.#text.lineCount.toLocaleString("en")} lines`;
    this.#view = new LogView(this.#text, file ? new Map() : this.#marks(), label);
    this.querySelector(".log-head, .log-view")!.replaceWith(this.#view.element);
    this.querySelector(".log-open")?.remove();
    this.#prepareFind();
    this.#say("");
    this.#sayWhatItIs(`${this.#text.lineCount.toLocaleString("en")} lines · ${fileSizeText(bytes.length)}`);
    return this.#view;
  }

  async #read(file: File | undefined): Promise<Uint8Array> {
    if (file) return new Uint8Array(await file.arrayBuffer());
    const response = await fetch(this.dataset["src"]!);
    if (!response.ok) throw new Error(`${response.status} for ${this.dataset["src"]}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Shows what cells read from now on: the reader's own file, or the sample again. */
  async #replace(file: File | undefined): Promise<void> {
    this.#ownFile = file;
    this.#view = undefined;
    this.querySelector(".log-problems")?.toggleAttribute("hidden", file !== undefined);
    // The link has the sample; its own file the reader has.
    this.querySelector(".log-tools a[download]")?.toggleAttribute("hidden", file !== undefined);
    if (file && file.size > largestShown) {
      this.querySelector(".log-head, .log-view")!.replaceChildren();
      this.#text = undefined;
      this.#sayWhatItIs(fileSizeText(file.size));
      this.#say(`${file.name} is too large to be shown here; cells read all of it.`);
      return;
    }
    await this.#load().catch(() => this.#say("The log could not be shown here; cells may read it all the same."));
  }

  /** What the reader said of single lines when the page was built. */
  #marks(): LineMarks {
    return new Map(
      [...this.querySelectorAll<HTMLElement>("[data-problem-line]")].map((item) => [
        Number(item.dataset["problemLine"]),
        item.dataset["problem"] ?? "",
      ]),
    );
  }

  #prepareFind(): void {
    const form = this.querySelector<HTMLFormElement>(".log-find")!;
    const input = form.querySelector("input")!;
    if (!form.hidden) return;
    form.hidden = false;
    const find = (direction: 1 | -1) => {
      const [text, view] = [this.#text, this.#view];
      if (!text || !view) return;
      const line = text.findLine(input.value, view.currentLine, direction);
      if (line) view.goTo(line, input.value);
      this.#say(line ? `Line ${line.toLocaleString("en")}` : input.value ? `“${input.value}” is not in this log` : "");
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      find(event.submitter?.classList.contains("log-previous") ? -1 : 1);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.shiftKey) return;
      event.preventDefault();
      find(-1);
    });
  }

  /** What stands behind the log's name, and whose it is. */
  #sayWhatItIs(size: string): void {
    this.querySelector(".log-name span")!.textContent = this.#ownFile ? `now ${this.#ownFile.name} · ${size}` : size;
  }

  #say(words: string): void {
    this.querySelector(".log-said")!.textContent = words;
  }
}

customElements.define("lab-log", LabLog);

// A number on the page can show its line: links made by the value views say which log and which line they mean.
document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-log][data-line]");
  if (!link || event.ctrlKey || event.metaKey) return;
  const log = [...document.querySelectorAll<LabLog>("lab-log")].find(({ name }) => name === link.dataset["log"]);
  if (!log) return;
  event.preventDefault();
  // Back then leads to the number that was followed, as after any link.
  history.pushState(null, "", link.hash);
  void log.open(Number(link.dataset["line"]));
});
