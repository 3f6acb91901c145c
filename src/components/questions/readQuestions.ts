import type { MdastNode } from "satteri";
import { hashText } from "../edits/KeptEdit.ts";
import {
  attributeOf,
  childrenOf,
  elementsIn,
  hasAttribute,
  isElement,
  lineOf,
  markdownTree,
  wordsOf,
  type JsxElement,
} from "../lesson/markdownTree.ts";

/** A check of understanding: `<Questions>` in a lesson. */
export interface QuestionSet {
  title: string;
  questions: Question[];
}

export interface Question {
  id: string;
  /** `code` stands in backticks, here and in the choices */
  ask: string;
  /** the id of the heading under which it is answered */
  see: string | undefined;
  choices: Choice[];
}

export interface Choice {
  /** names the choice by its text: another text is another choice */
  key: string;
  text: string;
  /** why it is right, or is not */
  says: string;
  isRight: boolean;
}

const idShape = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * The questions of a page. One that cannot be answered, or leaves a choice without its reason, ends the build.
 *
 * @param page the content id: `lessons/perfmon`
 */
export function readQuestions(page: string, text: string): QuestionSet[] {
  if (!text.includes("<Question")) return [];
  const tree = markdownTree(text);
  const lines = new Map<string, number>();
  const sets = elementsIn(tree, "Questions");
  const inSets = new Set(sets.flatMap((set) => elementsIn(set, "Question")));
  const stray = elementsIn(tree, "Question").find((question) => !inSets.has(question));
  if (stray) refuse(page, stray, 'a <Question> stands outside <Questions title="…">.');
  return sets.map((set) => {
    const title = attributeOf(set, "title");
    if (!title) refuse(page, set, 'these questions have no title: write <Questions title="What you can do now">.');
    const questions = partsOf(page, set, "Question").map((question) => questionOf(page, question, lines));
    if (questions.length === 0) refuse(page, set, `“${title}” asks nothing.`);
    return { title: title!, questions };
  });
}

function questionOf(page: string, element: JsxElement, lines: Map<string, number>): Question {
  const [id = "", ask, see] = ["id", "ask", "see"].map((name) => attributeOf(element, name));
  if (!idShape.test(id))
    refuse(page, element, `a question has the id “${id}”: use small letters, digits and single hyphens.`);
  if (lines.has(id))
    refuse(page, element, `the question “${id}” stands on line ${lines.get(id)} already: give this one another id.`);
  lines.set(id, lineOf(element));
  if (!ask) refuse(page, element, `the question “${id}” asks nothing: write ask="…".`);
  if (see !== undefined && !see.startsWith("#"))
    refuse(
      page,
      element,
      `the question “${id}” has see="${see}": write the address of a heading of this page, see="#find-the-floor".`,
    );
  const choices = partsOf(page, element, "Choice").map((choice) => choiceOf(page, id, choice));
  if (choices.length < 3 || choices.length > 4)
    refuse(page, element, `the question “${id}” has ${choices.length} choices: three or four.`);
  const right = choices.filter(({ isRight }) => isRight).length;
  if (right !== 1) refuse(page, element, `the question “${id}” has ${right} right choices: mark one with \`right\`.`);
  if (new Set(choices.map(({ key }) => key)).size < choices.length)
    refuse(page, element, `the question “${id}” has the same choice twice.`);
  return { id, ask: ask!, see: see?.slice(1), choices };
}

function choiceOf(page: string, question: string, element: JsxElement): Choice {
  const text = wordsOf(element).trim().replace(/\s+/g, " ");
  const says = attributeOf(element, "says");
  if (text === "") refuse(page, element, `a choice of the question “${question}” is empty.`);
  if (!says) refuse(page, element, `the choice “${text}” of the question “${question}” has no reason: write says="…".`);
  return { key: hashText(text), text, says: says!, isRight: hasAttribute(element, "right") };
}

/** The children of an element, all of which have to have the name. */
function partsOf(page: string, parent: JsxElement, name: string, node: MdastNode = parent): JsxElement[] {
  return childrenOf(node).flatMap((child) => {
    if (isElement(child) && child.name === name) return [child];
    // Several on lines of their own may have been read as a paragraph.
    if (child.type === "paragraph") return partsOf(page, parent, name, child);
    if (child.type === "text" && child.value.trim() === "") return [];
    return refuse(page, child, `only <${name}> can stand in <${parent.name}>.`);
  });
}

function refuse(page: string, node: MdastNode, message: string): never {
  throw new Error(`content/${page}.mdx:${lineOf(node)}: ${message}`);
}
