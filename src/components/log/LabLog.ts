import type { OwnLogDetail } from "../cell/LabOwnLog.ts";
import type { OwnLogReadDetail } from "../cell/OwnLogReport.ts";
import { fileSizeText } from "./fileSizeText.ts";
import { decodeForDisplay, logTextOf, type LogText } from "./LogText.ts";
import { LogView, type LineMarks } from "./LogView.ts";

/** Bytes of a log that are held as text to be shown; lines of a larger one are read from the file when they are wanted. */
const largestHeld = 50_000_000;
/** Bytes of a larger one that are shown before its lines are counted. */
const headBytes = 1 << 18;

/** A log of the lesson: closed it shows its first lines (they are in the page), open it can be read, searched, walked. */
export class LabLog extends HTMLElement {
  #view: LogView | undefined;
  #text: LogText | undefined;
  #loading: Promise<LogView> | undefined;
  /** what cells read in place of the sample */
  #ownFile: File | undefined;
  #ownMarks: LineMarks = new Map();
  /** what the page says of the sample: its lines and its size */
  #sampleSize: string | undefined;
  /** grows with every search, so that an older one ends */
  #searches = 0;

  connectedCallback(): void {
    this.addEventListener("own-log", (event) => void this.#replace((event as CustomEvent<OwnLogDetail>).detail.file));
    this.addEventListener("own-log-read", (event) => this.#markOwn((event as CustomEvent<OwnLogReadDetail>).detail));
    this.#sampleSize = this.querySelector(".log-name span")?.textContent.trim().replaceAll(/\s+/g, " ");
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
    try {
      const view = await this.#load();
      if (line) view.goTo(line);
      view.element.focus({ preventScroll: true });
      this.#say(line ? `Line ${line.toLocaleString("en")} of ${this.#text!.lineCount.toLocaleString("en")}` : "");
      if (line) this.scrollIntoView({ block: "nearest" });
    } catch {
      this.#sayUnread();
    }
  }

  /** The view of the whole log that cells read, made when first wanted. */
  #load(): Promise<LogView> {
    if (this.#loading) return this.#loading;
    const loading = this.#loadText(this.#ownFile);
    this.#loading = loading;
    loading.catch(() => {
      if (this.#loading === loading) this.#loading = undefined;
    });
    return loading;
  }

  async #loadText(file: File | undefined): Promise<LogView> {
    const text = file && file.size > largestHeld ? await this.#index(file) : await this.#hold(file);
    // Another file may have been put here meanwhile; then that one is shown.
    if (!text || file !== this.#ownFile) return this.#load();
    const lines = `${text.lineCount.toLocaleString("en")} lines`;
    const view = this.#show(text, `${file?.name ?? this.name}, all ${lines}`);
    this.querySelector(".log-open")?.remove();
    this.#prepareFind();
    this.#say("");
    this.#sayWhatItIs(file ? `${lines} · ${fileSizeText(file.size)}` : (this.#sampleSize ?? lines));
    return view;
  }

  async #hold(file: File | undefined): Promise<LogText> {
    if (file) return logTextOf(decodeForDisplay(new Uint8Array(await file.arrayBuffer())));
    this.#say("Fetching the log …");
    const response = await fetch(this.dataset["src"]!);
    if (!response.ok) throw new Error(`${response.status} for ${this.dataset["src"]}`);
    return logTextOf(decodeForDisplay(new Uint8Array(await response.arrayBuffer())));
  }

  /** Shows the first lines of a large file at once, and finds where its others are. */
  async #index(file: File): Promise<LogText | undefined> {
    const isWanted = () => file === this.#ownFile;
    const head = decodeForDisplay(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
    if (isWanted()) this.#show(logTextOf(head), `${file.name}, its first lines`);
    const { indexLog } = await import("./indexLog.ts");
    return indexLog(
      file,
      (share) => {
        if (isWanted())
          this.#sayWhatItIs(`${fileSizeText(file.size)} · ${Math.floor(share * 100)} % of its lines counted`);
      },
      isWanted,
    );
  }

  #show(text: LogText, label: string): LogView {
    const view = new LogView(text, this.#ownFile ? this.#ownMarks : this.#marks(), label);
    this.#text = text;
    this.#view = view;
    this.querySelector(".log-head, .log-view")!.replaceWith(view.element);
    return view;
  }

  /** Shows what cells read from now on: the reader's own file, or the sample again. */
  async #replace(file: File | undefined): Promise<void> {
    this.#ownFile = file;
    this.#ownMarks = new Map();
    this.#loading = undefined;
    this.querySelector(":scope > .log-problems")?.toggleAttribute("hidden", file !== undefined);
    // The link has the sample; its own file the reader has.
    this.querySelector(".log-tools a[download]")?.toggleAttribute("hidden", file !== undefined);
    if (file) this.#sayWhatItIs(fileSizeText(file.size));
    await this.#load().catch(() => this.#sayUnread());
  }

  /** Marks the lines of the reader's own file that were not read, or are in doubt. */
  #markOwn({ file, problems }: OwnLogReadDetail): void {
    if (file !== this.#ownFile) return;
    this.#ownMarks = new Map(problems.filter(({ line }) => line > 0).map(({ line, message }) => [line, message]));
    if (this.#view) this.#view.marks = this.#ownMarks;
  }

  #sayUnread(): void {
    this.#say(
      this.#ownFile
        ? `${this.#ownFile.name} cannot be read: it changed on disk since it was chosen, or is no longer there. Choose it again.`
        : "The log could not be fetched. Is the connection there? The link above downloads it.",
    );
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
    const find = async (direction: 1 | -1) => {
      const [text, view] = [this.#text, this.#view];
      if (!text || !view) return;
      const search = ++this.#searches;
      const isWanted = () => search === this.#searches && text === this.#text;
      const found = text.findLine(input.value, view.currentLine, direction, isWanted);
      if (typeof found !== "number") this.#say(`Looking for “${input.value}” …`);
      const line = await found;
      if (!isWanted()) return;
      if (line) view.goTo(line, input.value);
      this.#say(line ? `Line ${line.toLocaleString("en")}` : input.value ? `“${input.value}” is not in this log` : "");
    };
    const run = (direction: 1 | -1) => void find(direction).catch(() => this.#sayUnread());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      run(event.submitter?.classList.contains("log-previous") ? -1 : 1);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.shiftKey) return;
      event.preventDefault();
      run(-1);
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
