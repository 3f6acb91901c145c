const PER_SECOND = 10;
const BAR = 24;

/**
 * A bar on the standard error while files are read: `perfmon.csv  ████████░░░░░░░░  42 %  420 of 1,000 MiB`. It shows after a
 * moment, so that small files leave no flicker, and is wiped away at the end.
 */
export class ProgressBar {
  private readonly begun = Date.now();
  private next = this.begun + 300;
  private isShown = false;
  private readonly write: (text: string) => void;
  private readonly columns: number | undefined;

  /** @param columns the screen's width; undefined where there is no screen, and nothing is written then */
  constructor(write: (text: string) => void, columns: number | undefined) {
    this.write = write;
    this.columns = columns;
  }

  show(file: string, bytesRead: number, bytesTotal: number): void {
    const now = Date.now();
    if (this.columns === undefined || now < this.next) return;
    this.next = now + 1000 / PER_SECOND;
    const share = bytesTotal > 0 ? Math.min(bytesRead / bytesTotal, 1) : 0;
    const full = Math.round(share * BAR);
    const bar = "█".repeat(full) + "░".repeat(BAR - full);
    const numbers = `${String(Math.floor(share * 100)).padStart(3)} %  ${mebibytes(bytesRead)} of ${mebibytes(bytesTotal)} MiB`;
    // One column stays free: a terminal that breaks the line at its last one could not be wiped.
    this.write(`\r\u001b[2K${`${bar} ${numbers}  ${file}`.slice(0, this.columns - 1)}`);
    this.isShown = true;
  }

  /** Wipes the bar away, before anything else is written. */
  clear(): void {
    if (this.isShown) this.write("\r\u001b[2K");
    this.isShown = false;
  }
}

const mebibytes = (bytes: number) => Math.round(bytes / 1024 ** 2).toLocaleString("en");
