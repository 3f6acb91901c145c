import { isCommandId } from "../../pool/commands.ts";
import type { LogDescription } from "../../pool/describeLog.ts";
import type { Problem } from "../../pool/formats/ReadResult.ts";
import { commandElement } from "../command/commandElement.ts";

/** What `lab-own-log` tells its log, bubbling, once a file of the reader's has been looked through. */
export interface OwnLogReadDetail {
  file: File;
  problems: Problem[];
}

/** The place below a log that says what was read of the reader's file, what was not and why, or what to do about a wrong one. */
export class OwnLogReport {
  readonly #place: HTMLElement;
  /** the log's name, as links to its lines write it */
  readonly #log: string;

  constructor(place: HTMLElement, log: string) {
    this.#place = place;
    this.#log = log;
  }

  clear(): void {
    this.#place.hidden = true;
    this.#place.replaceChildren();
  }

  /** Keeps the place while the file is looked through. */
  showWaiting(file: string): void {
    this.#show(element("p", `Looking through ${file} …`));
  }

  /** Says how far it is, and offers to end it. */
  showProgress(file: string, share: number, onStop: () => void): void {
    const words = `Looking through ${file}: ${Math.floor(share * 100)} % …`;
    const line = this.#place.querySelector("p");
    if (line) line.textContent = words;
    if (this.#place.querySelector("button")) return;
    this.#place.append(button("Stop looking", onStop));
  }

  /** Says that it was ended before it was done. */
  showEnded(file: string): void {
    this.#show(element("p", `${file} was not looked through to its end. Cells read all of it all the same.`));
  }

  showDescription(file: string, { kind, facts, problems, command }: LogDescription): void {
    const list = element("dl");
    list.className = "log-facts";
    for (const { what, says } of facts) {
      const fact = element("div");
      fact.append(element("dt", what), element("dd", says));
      list.append(fact);
    }
    const title = facts.length > 0 ? `Read of ${file}, ${kind}:` : `Nothing could be read of ${file}.`;
    const shownProblems = this.#problems(problems);
    // What is missing is said where the command stands that brings it.
    if (command !== undefined) shownProblems.toggleAttribute("open", true);
    this.#show(element("p", title), ...(facts.length > 0 ? [list] : []), shownProblems);
    if (command !== undefined && isCommandId(command)) {
      const lead = facts.length > 0 ? "This records what it lacks:" : "This makes one that can be read:";
      this.#place.append(element("p", lead), commandElement(command));
    }
  }

  /** Offers what can be done about a file of another kind. */
  showWays(ways: {
    move?: { to: string; onMove: () => void };
    lesson?: HTMLElement;
    command?: string | undefined;
  }): void {
    const shown: HTMLElement[] = [];
    if (ways.move) shown.push(button(`Put it in the place of ${ways.move.to}`, ways.move.onMove));
    if (ways.lesson) shown.push(ways.lesson);
    if (ways.command !== undefined && isCommandId(ways.command)) {
      shown.push(element("p", "This makes the log that is expected here:"), commandElement(ways.command));
    }
    if (shown.length > 0) this.#show(...shown);
    else this.clear();
  }

  #problems(problems: readonly Problem[]): HTMLElement {
    if (problems.length === 0) return element("p", "All of it was read, and nothing in it is in doubt.");
    const details = document.createElement("details");
    details.className = "log-problems";
    details.open = problems.some(({ effect }) => effect === "lost");
    const list = element("ul");
    for (const problem of problems) list.append(this.#problem(problem));
    details.append(element("summary", problemsText(problems)), list);
    return details;
  }

  #problem({ line, message, more }: Problem): HTMLElement {
    const item = element("li");
    if (line > 0) {
      const link = document.createElement("a");
      link.href = `#log-${this.#log.replaceAll(".", "-")}`;
      link.dataset["log"] = this.#log;
      link.dataset["line"] = String(line);
      link.textContent = `line ${line.toLocaleString("en")}`;
      item.append(link, " ");
    }
    item.append(message, more ? ` (${more.toLocaleString("en")} more lines like this)` : "");
    return item;
  }

  #show(...elements: HTMLElement[]): void {
    this.#place.hidden = false;
    this.#place.replaceChildren(...elements);
  }
}

/** How many things were left out, are in doubt, or are worth a word: `Not read: 2 things. In doubt: 1 thing.` */
export function problemsText(problems: readonly Problem[]): string {
  const headings = { lost: "Not read", doubt: "In doubt", note: "Worth knowing" } as const;
  const parts = Object.entries(headings).flatMap(([effect, heading]) => {
    const alike = problems.filter((problem) => problem.effect === effect);
    const count = alike.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
    return count === 0 ? [] : [`${heading}: ${count === 1 ? "one thing" : `${count.toLocaleString("en")} things`}.`];
  });
  return parts.join(" ");
}

function element(tag: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", onClick);
  return made;
}
