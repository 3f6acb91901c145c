import type { ReadingProgress } from "../../notebook/run/ReadingProgress.ts";
import type { SampleLog } from "./LessonProgram.ts";
import { fetchFile, siteAddress } from "./siteFiles.ts";
import type { LogShare } from "./stampText.ts";

/** The logs of a lesson: its samples, fetched when needed, and which of them the reader has put an own file in place of. */
export class LessonLogs {
  readonly #samples: ReadonlyMap<string, SampleLog>;
  readonly #fetched = new Map<string, Promise<Blob>>();
  readonly #own = new Map<string, File>();

  constructor(samples: readonly SampleLog[]) {
    this.#samples = new Map(samples.map((sample) => [sample.name, sample]));
  }

  get names(): string[] {
    return [...this.#samples.keys()];
  }

  /** The reader's own file behind a name, if there is one. */
  ownFile(name: string): File | undefined {
    return this.#own.get(name);
  }

  /** Remembers the file behind a name; undefined brings the sample back. */
  replace(name: string, file: File | undefined): void {
    if (file) this.#own.set(name, file);
    else this.#own.delete(name);
  }

  /** How far a log has been read, by the name of the file that stands behind it. */
  shareOf({ log, read, total }: Omit<ReadingProgress, "cell">): LogShare {
    return { log: this.#own.get(log)?.name ?? log, share: total === 0 ? 1 : read / total };
  }

  /** Where the page shows a log, with the base; undefined when it does not show it. */
  addressOf(name: string): string | undefined {
    const place = this.#samples.get(name)?.place;
    return place === undefined ? undefined : siteAddress(place);
  }

  /** The lesson's own log of this name; the sandbox has no network, so it is fetched here and handed over. */
  sample(name: string): Promise<Blob> {
    let fetched = this.#fetched.get(name);
    if (!fetched) {
      const sample = this.#samples.get(name);
      if (!sample) return Promise.reject(new Error(`The lesson has no log “${name}”.`));
      fetched = fetchFile(sample.path).then((response) => response.blob());
      // A failed fetch is tried again by the next run.
      fetched.catch(() => this.#fetched.delete(name));
      this.#fetched.set(name, fetched);
    }
    return fetched;
  }
}
