import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type Axe from "axe-core";
import type { RunOnly, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of the WCAG's levels A and AA, and what axe calls best practice. */
export const wcagRules: RunOnly = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};

/** Where axe looks, and by which of its rules; everywhere and by all of them unless said. */
export interface AxeQuestion {
  include?: string[];
  runOnly?: RunOnly;
}

/**
 * What axe finds wrong on a page, a line each. It runs in the page itself: the usual bridge opens a second page for every
 * question, which takes as long as most of the answers.
 */
export async function findViolations(page: Page, { include = ["html"], runOnly }: AxeQuestion = {}): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(source);
  const options: RunOptions = {
    // What passes is not looked at; to write it down for every element of a lesson takes most of the time.
    resultTypes: ["violations"],
    // The only frame is the empty one in which cells run.
    iframes: false,
    ...(runOnly ? { runOnly } : {}),
  };
  return page.evaluate(
    async (question) => {
      const { axe } = window as unknown as { axe: typeof Axe };
      const { violations } = await axe.run({ include: question.include.map((part) => [part]) }, question.options);
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
      );
    },
    { include, options },
  );
}
