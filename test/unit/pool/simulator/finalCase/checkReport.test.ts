import { describe, expect, it } from "vitest";
import type { FinalAnswers } from "../../../../../src/pool/simulator/finalCase/FinalAnswers.ts";
import { finalAnswers } from "../../../../../src/pool/simulator/finalCase/makeFinalCase.ts";
import { checkReport } from "../../../../../src/pool/simulator/finalCase/report/checkReport.ts";
import {
  EMPTY_REPORT,
  FACTS,
  NEXT_STEPS,
  type Fact,
  type Report,
} from "../../../../../src/pool/simulator/finalCase/report/Report.ts";
import { reportMarkdown } from "../../../../../src/pool/simulator/finalCase/report/reportMarkdown.ts";
import { reportOf } from "../../../../../src/pool/simulator/finalCase/report/reportOf.ts";

const SEEDS = [1, 3, 8, 11];
const answersOf = new Map(SEEDS.map((seed) => [seed, finalAnswers(seed)]));
const MiB = 1_048_576;

/** What the check says of one fact when it is changed in a right report. */
function outcomeOf(answers: FinalAnswers, fact: Fact, change: Partial<Report>) {
  return checkReport(answers, { ...reportOf(answers), ...change }).find((outcome) => outcome.fact === fact)!;
}

describe.each(SEEDS)("the report on seed %i", (seed) => {
  const answers = answersOf.get(seed)!;
  const { mistakes } = answers;
  const mistakeOf = (fact: Fact, change: Partial<Report>) => {
    const { status, mistake, says } = outcomeOf(answers, fact, change);
    return status === "wrong" ? mistake : `${status}: ${says}`;
  };

  it("is right with the right facts, in other forms too", () => {
    expect(checkReport(answers, reportOf(answers)).filter(({ status }) => status !== "right")).toEqual([]);
    const perSecond = (answers.bytesPerHour / 1024 / 3600).toFixed(2);
    const { module, from, base } = answers.site;
    const address = (BigInt(`0x${base}`) + BigInt(from + 2)).toString(16);
    const forms: readonly [Fact, Partial<Report>][] = [
      ["tag", { tag: answers.tag.trimEnd() }],
      ["driver", { driver: `C:\\Windows\\System32\\drivers\\${answers.driver.toUpperCase()}` }],
      ["driver", { driver: answers.driver.replace(".sys", "") }],
      ["rate", { rate: perSecond, rateUnit: "KiB/s" }],
      ["rate", { rate: String((answers.bytesPerHour * 1.02) / 1e6), rateUnit: "MB/h" }],
      ["block", { blockBytes: answers.blockBytes.toLocaleString("en") }],
      ["site", { site: `${module}.sys+${(from + 2).toString(16)}` }],
      ["site", { site: `${address.slice(0, 8)}\`${address.slice(8)}` }],
      ["process", { process: answers.process.replace(".exe", "").toUpperCase() }],
      ["full", { full: String(answers.hoursToFull / 24), fullUnit: "days" }],
      ["full", { full: String(answers.hoursToFull * 1.1).replace(".", ",") }],
    ];
    for (const [fact, change] of forms)
      expect(outcomeOf(answers, fact, change), JSON.stringify(change)).toMatchObject({ status: "right" });
  });

  it("calls known mistakes by name", () => {
    const named: readonly [Fact, Partial<Report>, string][] = [
      ["pool", { pool: answers.pool === "paged" ? "nonpaged" : "paged" }, "other pool"],
      ["tag", { tag: mistakes.largestTags.find((tag) => tag !== answers.second.tag)! }, "largest tag"],
      ["tag", { tag: answers.second.tag }, "second grower"],
      ["tag", { tag: mistakes.siblingTag }, "sibling tag"],
      ["tag", { tag: [...answers.tag].reverse().join("") }, "reversed"],
      ["tag", { tag: answers.tag.toUpperCase() }, "capitals"],
      ["driver", { driver: mistakes.foreignDriver }, "inside a longer word"],
      ["driver", { driver: "ntoskrnl.exe" }, answers.second.driver === "ntoskrnl.exe" ? "second grower" : "kernel"],
      ["rate", { rate: String(answers.bytesPerHour / 1e6) }, "MB for MiB"],
      ["rate", { rate: String(answers.bytesPerHour / MiB), rateUnit: "KiB/s" }, "another unit"],
      ["rate", { rate: String(answers.bytesPerHour / MiB / 3600) }, "another time"],
      ["rate", { rate: String(mistakes.secondPerHour / MiB) }, "second grower"],
      ["rate", { rate: "fast" }, "no number"],
      ["block", { blockBytes: "528" }, "the freed blocks"],
      ["site", { site: `${answers.site.module}+0x${mistakes.freedSite.toString(16)}` }, "frees again"],
      ["site", { site: `${answers.site.module}+0x${mistakes.freeingSite.toString(16)}` }, "the place that frees"],
      ["site", { site: `${answers.site.module}+0x${mistakes.callingFrame.toString(16)}` }, "one frame up"],
      ["site", { site: "nt!ExAllocatePoolWithTag+0x10" }, "another module"],
      ["site", { site: "somewhere" }, "no place"],
      ["process", { process: mistakes.freedProcess }, "frees again"],
      [
        "second",
        { secondLeaks: answers.second.leaks ? "no" : "yes" },
        answers.second.leaks ? "slow is not harmless" : "growth is not a leak",
      ],
      ["second", { secondTag: answers.tag }, "the first"],
      ["full", { fullUnit: "unknown" }, "it can be told"],
      ["full", { full: String(answers.hoursToFull / 24) }, "days for hours"],
      ["full", { full: String(mistakes.wrongHours[0]!) }, "another limit"],
    ];
    for (const [fact, change, mistake] of named) expect(mistakeOf(fact, change), JSON.stringify(change)).toBe(mistake);
    for (const next of Object.keys(NEXT_STEPS).slice(1)) expect(mistakeOf("next", { next })).toBe(next);
  });

  it("never says an answer", () => {
    const wrong: Report = {
      ...EMPTY_REPORT,
      ...{ tag: "Xxxx", driver: "x.sys", rate: "1", blockBytes: "7", site: "x+0x1" },
      process: "x.exe",
    };
    for (const report of [EMPTY_REPORT, wrong]) {
      const said = checkReport(answers, report)
        .map(({ says }) => says)
        .join(" ");
      const secrets = [
        answers.driver.replace(".sys", ""),
        answers.process,
        answers.site.returnsTo.toString(16),
        String(answers.blockBytes),
      ];
      for (const secret of secrets) expect(said).not.toContain(secret);
      expect(said).not.toContain(` ${answers.tag} `);
    }
  });
});

describe("an empty report", () => {
  it("is told of each fact where to look", () => {
    const outcomes = checkReport(answersOf.get(1)!, EMPTY_REPORT);
    expect(outcomes.map(({ fact }) => fact)).toEqual([...FACTS]);
    expect(outcomes.every(({ status, says }) => status === "empty" && says.length > 20)).toBe(true);
  });

  it("is a table in Markdown that carries the seed, whatever is typed", () => {
    const text = reportMarkdown(
      { ...EMPTY_REPORT, tag: "a|`b", words: "First line\nsecond" },
      { seed: 7, machine: "X", right: 2 },
    );
    expect(text).toContain("seed 7");
    expect(text).toContain("2 of 10 facts");
    expect(text).toContain("| The tag that leaks | `a\\|'b` |");
    expect(text).toContain("First line\nsecond");
  });
});
