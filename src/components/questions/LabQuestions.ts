import { announce, prepareAnnouncer } from "../cell/announce.ts";
import { progressHere } from "../progress/progressHere.ts";
import { questionsText } from "./questionsText.ts";

/** A set of questions: the reasons show by the style sheet alone; this remembers what was answered and says what follows from it. */
class LabQuestions extends HTMLElement {
  readonly #page = this.dataset["page"] ?? "";
  readonly #questions = [...this.querySelectorAll<HTMLFieldSetElement>("fieldset")];

  connectedCallback(): void {
    prepareAnnouncer();
    this.#restore();
    progressHere.subscribe(() => this.#restore());
    this.addEventListener("change", ({ target }) => this.#answer(target as HTMLInputElement));
    this.querySelector("button")!.addEventListener("click", () => this.#answerAgain());
  }

  /** Shows what is remembered: from an earlier visit, or from another tab. */
  #restore(): void {
    const { questions } = progressHere.of(this.#page);
    for (const question of this.#questions) {
      const { choice } = questions[question.dataset["question"]!] ?? {};
      for (const radio of radiosOf(question)) radio.checked = radio.value === choice;
    }
    this.#refresh();
  }

  #answer(radio: HTMLInputElement): void {
    const question = radio.closest("fieldset")!;
    const isRight = radio.dataset["right"] !== undefined;
    progressHere.answered(this.#page, question.dataset["question"]!, { at: Date.now(), choice: radio.value, isRight });
    const reason = question.querySelectorAll(".reasons > p")[radiosOf(question).indexOf(radio)]!;
    const said = this.querySelector(".questions-said")!;
    announce(`${plain(reason)} ${plain(said)}`);
  }

  #answerAgain(): void {
    progressHere.forgetAnswers(
      this.#page,
      this.#questions.map((question) => question.dataset["question"]!),
    );
    radiosOf(this.#questions[0]!)[0]!.focus();
  }

  #refresh(): void {
    const chosen = this.#questions.map((question) => radiosOf(question).find(({ checked }) => checked));
    const isRight = (radio: HTMLInputElement | undefined) => radio?.dataset["right"] !== undefined;
    const answered = chosen.filter((radio) => radio !== undefined).length;
    const right = chosen.filter(isRight).length;
    const total = this.#questions.length;
    const said = this.querySelector<HTMLElement>(".questions-said")!;
    said.replaceChildren(`${questionsText(right, answered, total)} `);
    const { next, href } = said.dataset;
    if (right === total && next && href) said.append("You may go on to ", link(href, next), ". ");
    const wrong = this.#questions.filter((_, index) => chosen[index] && !isRight(chosen[index]));
    const again = new Map(wrong.flatMap(({ dataset: { see, heading } }) => (see && heading ? [[see, heading]] : [])));
    if (answered === total && again.size > 0)
      said.append(
        "Read again: ",
        ...[...again].flatMap(([see, heading], index) => [...(index > 0 ? [", "] : []), link(`#${see}`, heading)]),
        ". ",
      );
    this.querySelector("button")!.hidden = answered === 0;
  }
}

function radiosOf(question: HTMLFieldSetElement): HTMLInputElement[] {
  return [...question.querySelectorAll<HTMLInputElement>("input")];
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  return made;
}

/** The words of an element in one line. */
const plain = (element: Element) => element.textContent.trim().replace(/\s+/g, " ");

customElements.define("lab-questions", LabQuestions);
