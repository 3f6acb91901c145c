/** Makes cases beside the page: a second of work would hold it up. Only what is asked for leaves it, the truth only in what a check says. */
import { zipSync } from "fflate";
import { answerRow } from "../../pool/simulator/finalCase/answerRow.ts";
import { finalAnswers, makeFinalCase, type FinalCase } from "../../pool/simulator/finalCase/makeFinalCase.ts";
import { checkReport } from "../../pool/simulator/finalCase/report/checkReport.ts";
import type { CaseLog, CaseMessage, CaseRequest, CaseResults } from "./CaseProtocol.ts";

let made: FinalCase | undefined;

function caseOf(seed: number, onProgress?: (share: number) => void): FinalCase {
  if (made?.seed !== seed) made = makeFinalCase(seed, onProgress);
  return made;
}

const answersOf = (seed: number) => (made?.seed === seed ? made.answers : finalAnswers(seed));

const logsOf = ({ texts }: FinalCase): CaseLog[] =>
  [...texts].map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));

function resultOf(request: CaseRequest, onProgress: (share: number) => void): CaseResults[keyof CaseResults] {
  const { seed } = request;
  switch (request.kind) {
    case "make": {
      const found = caseOf(seed, onProgress);
      return { seed, machine: found.machine, logs: logsOf(found) };
    }
    case "zip": {
      const files = logsOf(caseOf(seed)).map(({ name, bytes }) => [`case-${seed}/${name}`, bytes] as const);
      return zipSync(Object.fromEntries(files));
    }
    case "check":
      return checkReport(answersOf(seed), request.report);
    case "answers":
      return answerRow(answersOf(seed));
  }
}

addEventListener("message", ({ data }: MessageEvent<CaseRequest & { id: number }>) => {
  const { id } = data;
  const tell = (message: CaseMessage) => postMessage(message);
  try {
    tell({ id, result: resultOf(data, (progress) => tell({ id, progress })) });
  } catch (error) {
    tell({ id, error: (error as Error).message });
  }
});
