import {
  EMPTY_REPORT,
  FACT_NAMES,
  type FactOutcome,
  type Report,
} from "../../pool/simulator/finalCase/report/Report.ts";
import { reportMarkdown } from "../../pool/simulator/finalCase/report/reportMarkdown.ts";
import { copyText } from "../share/copyText.ts";
import type { CaseDetail } from "./LabFinalCase.ts";
import { keptHere } from "./keptHere.ts";

/** The report on a case: kept as it is typed, checked in the worker that made the case, copied as Markdown. */
class LabCaseReport extends HTMLElement {
  #seed = 0;
  /** facts that were right when it was checked last; undefined after a change */
  #right: number | undefined;

  connectedCallback(): void {
    document.addEventListener("final-case", (event) => this.#open((event as CustomEvent<CaseDetail>).detail.seed));
    if (keptHere.seed !== undefined) this.#open(keptHere.seed);
    this.#form.addEventListener("input", (event) => this.#keep(event.target as Element));
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#check();
    });
    this.querySelector('[data-action="copy"]')!.addEventListener("click", () => void this.#copy());
  }

  /** Shows what is kept of the report on a case. */
  #open(seed: number): void {
    this.#seed = seed;
    this.#right = undefined;
    this.querySelector("output")!.value = String(seed);
    for (const [name, value] of Object.entries(keptHere.reportOn(seed))) {
      const field = this.#form.elements.namedItem(name) as HTMLInputElement | RadioNodeList;
      field.value = value as string;
      // A group of choices has no value that stands for none.
      if (value === "" && field instanceof RadioNodeList)
        for (const choice of field as unknown as HTMLInputElement[]) choice.checked = false;
    }
    for (const fact of this.querySelectorAll<HTMLElement>("[data-fact]")) clearFact(fact);
    this.#say("");
  }

  #keep(changed: Element): void {
    keptHere.keepReport(this.#seed, this.#report);
    this.#right = undefined;
    const fact = changed.closest<HTMLElement>("[data-fact]");
    if (fact) clearFact(fact);
  }

  async #check(): Promise<void> {
    this.#say("Checking …");
    try {
      const { caseThread } = await import("./CaseThread.ts");
      const outcomes = await caseThread.ask({ kind: "check", seed: this.#seed, report: this.#report });
      for (const outcome of outcomes) this.#showFact(outcome);
      this.#showAll(outcomes);
    } catch (error) {
      this.#say((error as Error).message);
    }
  }

  #showFact({ fact, status, mistake, says }: FactOutcome): void {
    const element = this.querySelector<HTMLElement>(`[data-fact="${fact}"]`)!;
    element.dataset["status"] = status;
    const named = mistake === undefined || mistake === "other" ? "" : ` (${mistake})`;
    const lead = { right: "Right.", wrong: `Not yet${named}.`, empty: "Not said yet." }[status];
    const strong = document.createElement("strong");
    strong.textContent = lead;
    element.querySelector(".report-says")!.replaceChildren(strong, ` ${says}`);
    for (const field of element.querySelectorAll("input, select"))
      field.setAttribute("aria-invalid", String(status === "wrong"));
  }

  #showAll(outcomes: readonly FactOutcome[]): void {
    const open = outcomes.filter(({ status }) => status !== "right");
    this.#right = outcomes.length - open.length;
    if (open.length === 0)
      return this.#say(
        `All ${outcomes.length} facts are right. Copy the report: it carries the case’s number, so whoever gets it can make the same logs.`,
      );
    const names = open.map(({ fact }) => FACT_NAMES[fact]).join("; ");
    const right = `${this.#right} of ${outcomes.length} facts ${this.#right === 1 ? "is" : "are"} right`;
    this.#say(`${right}. Not yet: ${names}.`);
  }

  async #copy(): Promise<void> {
    const machine = `the machine of case ${this.#seed}`;
    const text = reportMarkdown(this.#report, { seed: this.#seed, machine, right: this.#right });
    this.#say(
      (await copyText(text))
        ? "Copied: the report as Markdown, with the case’s number."
        : "The browser does not let this page use the clipboard.",
    );
  }

  get #report(): Report {
    const data = new FormData(this.#form);
    const names = Object.keys(EMPTY_REPORT) as (keyof Report)[];
    return Object.fromEntries(names.map((name) => [name, textOf(data.get(name))])) as unknown as Report;
  }

  get #form(): HTMLFormElement {
    return this.querySelector("form")!;
  }

  #say(words: string): void {
    this.querySelector(".report-outcome")!.textContent = words;
  }
}

const textOf = (value: FormDataEntryValue | null): string => (typeof value === "string" ? value : "");

function clearFact(fact: HTMLElement): void {
  delete fact.dataset["status"];
  fact.querySelector(".report-says")!.textContent = "";
  for (const field of fact.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

customElements.define("lab-case-report", LabCaseReport);
