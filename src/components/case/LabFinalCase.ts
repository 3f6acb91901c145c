import { MOST_SEED } from "../../pool/simulator/finalCase/seeds.ts";
import { isSeed } from "./KeptCase.ts";
import { keptHere } from "./keptHere.ts";

/** What `lab-final-case` tells the page, bubbling, when another case is worked on. */
export interface CaseDetail {
  seed: number;
}

/** Draws or takes the reader's case, and makes its logs in this browser when they are asked for. */
class LabFinalCase extends HTMLElement {
  #seed = 0;

  connectedCallback(): void {
    const asked = Number(new URLSearchParams(location.search).get("seed"));
    this.#choose(isSeed(asked) ? asked : (keptHere.seed ?? drawSeed()));
    this.querySelector("form")!.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#make();
    });
    this.#control("another").addEventListener("click", () => this.#another());
    this.#control("stop").addEventListener("click", () => {
      void import("./CaseThread.ts").then(({ caseThread }) => caseThread.stop());
    });
  }

  get page(): string {
    return this.dataset["page"] ?? "";
  }

  /** The case whose report is written: `lab-case-report` asks for it when it comes later. */
  get seed(): number {
    return this.#seed;
  }

  #choose(seed: number): void {
    this.#seed = seed;
    this.#field.value = String(seed);
    this.#field.removeAttribute("aria-invalid");
    keptHere.seed = seed;
    this.dispatchEvent(new CustomEvent<CaseDetail>("final-case", { bubbles: true, detail: { seed } }));
  }

  #another(): void {
    const former = this.#seed;
    this.#choose(drawSeed());
    this.#say(
      `This is case ${this.#seed} now. What you wrote about case ${former} is kept: type its number to come back to it.`,
    );
    this.#field.focus({ preventScroll: true });
  }

  async #make(): Promise<void> {
    const seed = Number(this.#field.value.trim());
    if (!isSeed(seed)) {
      this.#field.setAttribute("aria-invalid", "true");
      this.#field.focus();
      return this.#say(`A case number is a whole number from 1 to ${MOST_SEED.toLocaleString("en")}.`);
    }
    if (seed !== this.#seed) this.#choose(seed);
    this.#swap("make", "stop");
    this.#say(`Making the logs of case ${seed} in this browser …`);
    try {
      const { showCase } = await import("./showCase.ts");
      this.#say(await showCase(this, seed, (share) => (this.#progress.value = share)));
    } catch (error) {
      this.#say((error as Error).message);
    } finally {
      this.#swap("stop", "make");
    }
  }

  get #field(): HTMLInputElement {
    return this.querySelector("input")!;
  }

  get #progress(): HTMLProgressElement {
    return this.querySelector("progress")!;
  }

  #say(words: string): void {
    this.querySelector(".case-said")!.textContent = words;
  }

  #swap(former: "make" | "stop", next: "make" | "stop"): void {
    const [gone, come] = [this.#control(former), this.#control(next)];
    const hadFocus = document.activeElement === gone;
    this.#progress.hidden = next === "make";
    gone.hidden = true;
    come.hidden = false;
    if (hadFocus) come.focus({ preventScroll: true });
  }

  #control(action: "make" | "stop" | "another"): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)!;
  }
}

export type { LabFinalCase };

function drawSeed(): number {
  const [number] = crypto.getRandomValues(new Uint32Array(1)) as unknown as [number];
  return 1 + (number % MOST_SEED);
}

customElements.define("lab-final-case", LabFinalCase);
