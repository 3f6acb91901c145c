import { EMPTY_REPORT, type Report } from "../../pool/simulator/finalCase/report/Report.ts";
import { MOST_SEED } from "../../pool/simulator/finalCase/seeds.ts";

type CaseStorage = Pick<Storage, "getItem" | "setItem">;

interface KeptReport {
  seed: number;
  report: Report;
}

interface Kept {
  seed?: number;
  /** the one changed last at the end */
  reports: KeptReport[];
}

/** Reports of more cases are not kept: who has written so many does not come back to the first. */
const MOST_REPORTS = 20;

/** Remembers a reader's case and the reports on cases in this browser; as long as the page is open where the browser keeps nothing. */
export class KeptCase {
  readonly #storage: CaseStorage | undefined;
  readonly #key: string;
  #onPage: Kept | undefined;

  /**
   * @param storage undefined when the browser gives none
   * @param base the path that the site is served under: other sites may share the storage
   */
  constructor(storage: CaseStorage | undefined, base: string) {
    this.#storage = storage;
    this.#key = `pool-leak-lab:${base}:case.1`;
  }

  /** The case that was worked on last. */
  get seed(): number | undefined {
    return this.#read().seed;
  }

  set seed(seed: number | undefined) {
    const { reports } = this.#read();
    this.#write({ ...(seed === undefined ? {} : { seed }), reports });
  }

  reportOn(seed: number): Report {
    const { reports } = this.#read();
    return { ...EMPTY_REPORT, ...reports.find((kept) => kept.seed === seed)?.report };
  }

  keepReport(seed: number, report: Report): void {
    const { seed: current, reports } = this.#read();
    const others = reports.filter((kept) => kept.seed !== seed).slice(1 - MOST_REPORTS);
    this.#write({ ...(current === undefined ? {} : { seed: current }), reports: [...others, { seed, report }] });
  }

  #read(): Kept {
    if (this.#onPage) return this.#onPage;
    try {
      return keptIn(JSON.parse(this.#storage?.getItem(this.#key) ?? "{}"));
    } catch {
      return { reports: [] };
    }
  }

  #write(kept: Kept): void {
    try {
      if (!this.#storage) throw new Error("There is no storage.");
      this.#storage.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // Full or forbidden: then it is remembered until the page is closed.
      this.#onPage = kept;
    }
  }
}

/** Whether a number is a case's. */
export const isSeed = (seed: unknown): seed is number =>
  Number.isInteger(seed) && (seed as number) >= 1 && (seed as number) <= MOST_SEED;

/** What another version of the site, or another site, left there may have any shape. */
function keptIn(value: unknown): Kept {
  const { seed, reports } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  return {
    ...(isSeed(seed) && { seed }),
    reports: (Array.isArray(reports) ? (reports as unknown[]) : []).flatMap((kept) => {
      const { seed: of, report } = (kept ?? {}) as Record<string, unknown>;
      return isSeed(of) ? [{ seed: of, report: reportIn(report) }] : [];
    }),
  };
}

function reportIn(value: unknown): Report {
  const kept = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const texts = Object.keys(EMPTY_REPORT).filter((name) => typeof kept[name] === "string");
  return { ...EMPTY_REPORT, ...Object.fromEntries(texts.map((name) => [name, kept[name]])) };
}
