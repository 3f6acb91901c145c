/** What stands under a set of questions, without the links. */
export function questionsText(right: number, answered: number, total: number): string {
  if (answered === 0) return "";
  if (right === total) return total === 1 ? "Right." : total === 2 ? "Both right." : `All ${total} right.`;
  return answered < total ? `${right} of ${total} right, ${total - answered} open.` : `${right} of ${total} right.`;
}
