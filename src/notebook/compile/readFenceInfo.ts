import type { FenceKind } from "./readFences.ts";

/** What the line after the opening marks of a fence says. */
export interface FenceInfo {
  kind: FenceKind;
  /** the cell's or exercise's own id; of a solution or a check the id of its exercise */
  id: string;
  title: string;
  /** how an exercise is answered that is not answered by code */
  answer?: AnswerForm;
  /** what is asked, beside the field or above the choices */
  label?: string;
  problems: string[];
}

/** How an exercise is answered without code: by a text that is typed into a field, or by one of several that are there to choose. */
export type AnswerForm = "typed" | "choice";

/** For each kind of fence the attributes it must and may have. */
const attributesOf: Record<FenceKind, { required: string; optional: string[] }> = {
  cell: { required: "id", optional: ["title"] },
  exercise: { required: "id", optional: ["title", "answer", "label"] },
  solution: { required: "for", optional: [] },
  check: { required: "for", optional: [] },
};

/** An id becomes a part of an address and of the name of a cell in error stacks. */
const idShape = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const attribute = /^([A-Za-z][\w-]*)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"'=]+)))?(?=\s|$)/;

/** Reads a fence's info string, `ts cell id="growth" title="Which tag grows?"`; undefined when it is no fence of ours. */
export function readFenceInfo(info: string): FenceInfo | undefined {
  const [, language = "", word = "", rest = ""] = /^(\S+)\s+(\S+)(?:\s+(.*))?$/.exec(info.trim()) ?? [];
  if (!isKind(word)) return undefined;
  const { required, optional } = attributesOf[word];
  const { values, problems } = readAttributes(rest, [required, ...optional], word);
  const id = values.get(required) ?? "";
  // Prose can quote another language's code with such a word; only an id or a purpose makes it ours.
  if (language !== "ts") {
    if (!values.has(required)) return undefined;
    problems.unshift(`A ${word} is written in “ts”, not in “${language}”.`);
  }
  if (!values.has(required))
    problems.push(`This ${word} has no ${required}: write \`\`\`ts ${word} ${required}="some-name".`);
  else if (!idShape.test(id)) {
    problems.push(
      `${required}="${id}" will be a part of an address: use small letters, digits and single hyphens, a letter first.`,
    );
  }
  const [answer, label] = [values.get("answer"), values.get("label")];
  if (answer !== undefined && !isAnswerForm(answer))
    problems.push(
      `answer="${answer}" is no way to answer: write answer="typed", answer="choice", or nothing for code.`,
    );
  if (answer === "typed" && !label) problems.push('A typed answer has no label: write label="Rate, in MiB per hour".');
  if (label !== undefined && answer === undefined)
    problems.push('“label” is for an answer that is no code: write answer="typed" or answer="choice" beside it.');
  return {
    kind: word,
    id,
    title: values.get("title") ?? "",
    ...(isAnswerForm(answer) ? { answer } : {}),
    ...(label === undefined ? {} : { label }),
    problems,
  };
}

function isAnswerForm(answer: string | undefined): answer is AnswerForm {
  return answer === "typed" || answer === "choice";
}

function isKind(word: string): word is FenceKind {
  return Object.hasOwn(attributesOf, word);
}

function readAttributes(
  text: string,
  known: string[],
  kind: FenceKind,
): { values: Map<string, string>; problems: string[] } {
  const values = new Map<string, string>();
  const problems: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    const match = attribute.exec(rest);
    if (!match) {
      problems.push(`“${rest}” is no attribute of a ${kind}: write name="value", with the quotes closed.`);
      break;
    }
    const [whole, name, double, single, bare] = match;
    const value = (double ?? single)?.replace(/\\([\\"'])/g, "$1") ?? bare;
    if (!known.includes(name!)) problems.push(`A ${kind} has no attribute “${name}”; it has ${known.join(" and ")}.`);
    else if (value === undefined) problems.push(`“${name}” has no value: write ${name}="…".`);
    else if (values.has(name!)) problems.push(`“${name}” is given twice.`);
    else values.set(name!, value);
    rest = rest.slice(whole.length).trimStart();
  }
  return { values, problems };
}
