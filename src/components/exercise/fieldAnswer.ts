import type { ExerciseAnswer } from "./ExerciseAnswer.ts";
import type { LabExercise } from "./LabExercise.ts";

/** An answer that is typed into a field or chosen: for the check it is a text, as if a cell had it as its last expression. */
export function fieldAnswer(element: LabExercise): ExerciseAnswer {
  return {
    text() {
      const answer = answerIn(element);
      return answer === "" ? undefined : JSON.stringify(answer);
    },
    hasRun: () => true,
    ownFile: () => undefined,
    subscribe: (listener) => {
      for (const type of ["input", "answer-shown"]) element.addEventListener(type, listener);
    },
  };
}

/** What stands in the field, or was chosen; empty for nothing. */
export function answerIn(element: Element): string {
  const control = element.querySelector<HTMLInputElement>(":is(input[type=text], input:checked)");
  return control?.value.trim() ?? "";
}

/** Puts an answer into the field, or chooses it. */
export function showAnswer(element: Element, answer: string): void {
  for (const control of element.querySelectorAll<HTMLInputElement>(".answer-field input")) {
    if (control.type === "radio") control.checked = control.value === answer;
    else if (control.value.trim() !== answer) control.value = answer;
  }
  element.dispatchEvent(new Event("answer-shown"));
}
