import { ancestorsOf, cellOf } from "../../notebook/graph/cellGraph.ts";
import type { RunResult } from "../../notebook/run/Engine.ts";
import { drawResult } from "./CellDrawing.ts";
import type { CellView } from "./CellView.ts";
import type { OpenSession } from "./openSession.ts";
import { wasStopped } from "./outcomeText.ts";
import type { Stamp } from "./stampText.ts";

/**
 * Keeps what one cell shows in step with what the session knows of it. When a result has been drawn, the cell's element
 * tells it by the event `cell-result`, whose detail is the RunResult.
 */
export class ResultView {
  readonly #view: CellView;
  readonly #open: Pick<OpenSession, "session" | "logs">;
  /** what the session's result was when it was last looked at */
  #seen: RunResult | undefined;
  /** what the result that is shown says of itself; undefined for the one that came with the page */
  #shown: Omit<Stamp, "status"> | undefined;
  readonly #onDrawn: () => void;
  #isDrawing = false;
  /** when the run under way began, ms since 1970 */
  #since: number | undefined;
  /** resolves when the last result has been drawn */
  drawn: Promise<void> = Promise.resolve();

  constructor(view: CellView, open: Pick<OpenSession, "session" | "logs">, onDrawn: () => void) {
    this.#view = view;
    this.#open = open;
    this.#onDrawn = onDrawn;
  }

  /**
   * @param isWanted whether a run of the cell was asked for and is not over
   * @param olderThan what the result is older than, when it is stale
   */
  refresh(isWanted: boolean, olderThan: string | undefined): void {
    const { cell } = this.#view.element;
    const { session } = this.#open;
    const result = session.resultOf(cell);
    if (result !== this.#seen) {
      this.#seen = result;
      if (!result) {
        this.#shown = undefined;
        this.#isDrawing = false;
        this.#view.showBuilt();
      } else if (!wasStopped(result)) this.#draw(result);
    }
    this.#view.setStamp(this.#stampFor(isWanted, olderThan));
    this.#view.offerLongRun(this.#seen?.ended === "timeLimit" && session.states[cell]?.status === "failed");
  }

  #stampFor(isWanted: boolean, olderThan: string | undefined): Stamp {
    const { session } = this.#open;
    const status = session.states[this.#view.element.cell]?.status ?? "asBuilt";
    if (status === "running" || this.#isDrawing) {
      this.#since ??= Date.now();
      const { endsAt, reading } = session;
      const isReading = reading?.cell === this.#view.element.cell && reading.read < reading.total;
      return {
        status: "running",
        since: this.#since,
        ...(endsAt === undefined ? {} : { endsAt }),
        ...(isReading ? { reading: this.#open.logs.shareOf(reading) } : {}),
      };
    }
    this.#since = undefined;
    if (isWanted) {
      const { running, program } = session;
      return running === undefined
        ? { status: "running" }
        : { status: "waiting", waitingFor: cellOf(program, running).title };
    }
    if (status === "failed" && this.#seen && wasStopped(this.#seen)) {
      return { ...this.#shown, status: "stopped" };
    }
    return { ...this.#shown, status, ...(olderThan === undefined ? {} : { olderThan }) };
  }

  #draw(result: RunResult): void {
    const { session, logs } = this.#open;
    const { program } = session;
    const { cell, values, milliseconds, failed } = result;
    const last = values.at(-1);
    const read = [...ancestorsOf(program, cell), cell].flatMap((id) => cellOf(program, id).logs);
    const own = [...new Set(read)].flatMap((name) => logs.ownFile(name)?.name ?? []);
    const shown = {
      milliseconds,
      time: Date.now(),
      ...(last?.kind === "table" && !failed ? { rows: last.totalRows } : {}),
      ...(own.length > 0 ? { ownLog: own.join(" and ") } : {}),
    };
    // While a library for this result is fetched, another result may arrive.
    const isNewest = () => this.#seen === result;
    this.#isDrawing = true;
    this.drawn = drawResult(this.#view, values, {
      program,
      addressOfLog: (name) => logs.addressOf(name),
      isNewest,
    }).then(() => {
      if (!isNewest()) return;
      this.#isDrawing = false;
      // A run that failed may not have come to its inputs: what the reader can set stays.
      if (!failed) this.#view.showInputs(result.inputs ?? []);
      this.#shown = shown;
      this.#onDrawn();
      this.#view.element.dispatchEvent(new CustomEvent<RunResult>("cell-result", { bubbles: true, detail: result }));
    });
  }
}
