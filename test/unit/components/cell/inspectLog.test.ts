import { describe, expect, test, vi } from "vitest";
import { inspectLog, parseDescription, type Inspection } from "../../../../src/components/cell/inspectLog.ts";
import type { Engine, RunRequest, RunResult } from "../../../../src/notebook/run/Engine.ts";
import type { CellStates } from "../../../../src/notebook/graph/CellStates.ts";

const description = { kind: "a log", facts: [{ what: "samples", says: "2" }], problems: [] };

/** An engine that answers when the test says so, and ends its run when it is disposed of. */
class WaitingEngine implements Engine {
  onStray: Engine["onStray"] = undefined;
  isDisposed = false;
  asked: RunRequest | undefined;
  #answer: ((result: RunResult) => void) | undefined;

  run(request: RunRequest): Promise<RunResult> {
    this.asked = request;
    return new Promise((resolve) => (this.#answer = resolve));
  }
  answer(text: string): void {
    this.#answer?.({ cell: "", values: [{ kind: "text", text, omitted: 0 }], failed: false, milliseconds: 1 });
  }
  stop(): void {
    this.#answer?.({ cell: "", values: [], failed: true, milliseconds: 1, lost: true });
  }
  dispose(): void {
    this.isDisposed = true;
    this.stop();
  }
  warm(): void {
    // Nothing to start.
  }
  readonly endsAt = undefined;
  keepGoing(): void {
    // It has no limit.
  }
}

/** A lesson in which the test says what runs. */
function makeSession() {
  const listeners = new Set<() => void>();
  const session = {
    states: {} as CellStates,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const setStatus = (status: "running" | "ran") => {
    session.states = { read: { status, version: 1 } } as CellStates;
    for (const listener of listeners) listener();
  };
  return { session, setStatus };
}

function begin() {
  const engines: WaitingEngine[] = [];
  const { session, setStatus } = makeSession();
  const end = new AbortController();
  const inspection: Inspection = {
    file: new File(["x"], "a.csv"),
    reader: "readPerfmon",
    onProgress: vi.fn(),
    signal: end.signal,
  };
  const openEngine = () => {
    engines.push(new WaitingEngine());
    return engines.at(-1)!;
  };
  return { engines, setStatus, end, described: inspectLog(session, openEngine, inspection) };
}

describe("looking through a log", () => {
  test("gives what the sandbox said, and closes it", async () => {
    const { engines, described } = begin();
    expect(engines[0]!.asked!.logs["own"]).toBeInstanceOf(File);
    engines[0]!.answer(JSON.stringify(description));
    expect(await described).toEqual(description);
    expect(engines.map(({ isDisposed }) => isDisposed)).toEqual([true]);
  });

  test("makes way for a cell, and begins again when none runs", async () => {
    const { engines, setStatus, described } = begin();
    setStatus("running");
    expect(engines[0]!.isDisposed).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(engines.length).toBe(1);
    setStatus("ran");
    await vi.waitFor(() => expect(engines.length).toBe(2), 3_000);
    engines[1]!.answer(JSON.stringify(description));
    expect(await described).toEqual(description);
  });

  test("ends when it is not wanted any more", async () => {
    const { engines, end, described } = begin();
    end.abort();
    expect(await described).toBeUndefined();
    expect(engines[0]!.isDisposed).toBe(true);
  });
});

describe("what the sandbox says of a log", () => {
  test.each([
    ["is no JSON", "<script>"],
    ["is nothing", "null"],
    ["has a kind that is no text", JSON.stringify({ ...description, kind: {} })],
    ["has facts that are no list", JSON.stringify({ ...description, facts: "many" })],
    [
      "has a line that is no number",
      JSON.stringify({ ...description, problems: [{ line: "1", effect: "lost", message: "" }] }),
    ],
    ["has a command that is no text", JSON.stringify({ ...description, command: ["format"] })],
  ])("is not believed when it %s", (_, text) => {
    expect(parseDescription(text)).toBeUndefined();
  });

  test("is believed when it is what was asked for", () => {
    const whole = { ...description, problems: [{ line: 2, effect: "lost", message: "gone" }], command: "typeperf" };
    expect(parseDescription(JSON.stringify(whole))).toEqual(whole);
  });
});
