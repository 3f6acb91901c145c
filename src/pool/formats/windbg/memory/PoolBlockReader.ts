import type { Pool } from "../../poolmon/PoolSnapshot.ts";
import type { ProblemList } from "../../text/ProblemList.ts";
import type { CommandReader, DebuggerCommand, OutputLine } from "../DebuggerCommand.ts";
import type { DebuggerSession } from "../DebuggerSession.ts";
import { parseAddress } from "../Address.ts";
import { parsePoolBlock } from "./parsePoolBlock.ts";
import { quoteReason } from "./quoteReason.ts";
import type { PoolFindResult, PoolPage } from "./PoolBlock.ts";

const RE_PAGE = /^\s{0,8}Pool page ([0-9a-f`]{8,17}) region is (\S.{0,60}?)\s{0,8}$/i;
const RE_FIND = /Scanning large pool allocation table for [Tt]ag:? (?:0x[0-9a-f]{1,8} \()?(.{4})\)?/;
const RE_SEARCHING = /^\s{0,8}Searching (nonpaged|paged)/i;
const RE_DESCRIPTION = /^\s{1,16}Pooltag\s.{4}\s?:\s{0,8}(\S.{0,300}?)\s{0,8}$/;
const RE_SEARCHED = /^\s{0,8}\.{3}\s{0,2}searched pool/i;
const RE_FAILURE = /not (?:a )?valid|could not be read|unable to read|unable to get/i;

/** Reads the blocks of `!pool` and `!poolfind`, old and new, and says where `!poolval` found damage. */
export class PoolBlockReader implements CommandReader {
  private readonly session: DebuggerSession;
  private readonly problems: ProblemList;

  constructor(session: DebuggerSession, problems: ProblemList) {
    this.session = session;
    this.problems = problems;
  }

  take(command: DebuggerCommand): boolean {
    let page: PoolPage | undefined;
    let find: PoolFindResult | undefined;
    let searched: Pool | undefined;
    let isUnderstood = false;
    let isSearched = false;
    const isOther = /!irpfind\b/i.test(command.text);
    for (const line of command.output) {
      const start = RE_PAGE.exec(line.text);
      if (start) {
        page = this.startPage(start, line);
        find = undefined;
        isUnderstood = true;
        continue;
      }
      // !irpfind announces its search with the same words; what it finds are requests.
      const tag = isOther ? undefined : RE_FIND.exec(line.text)?.[1];
      if (tag !== undefined) {
        find = { tag, blocks: [], isComplete: true, line: command.text === "" ? line.line : command.line };
        this.session.poolFinds.push(find);
        page = undefined;
        isSearched = false;
        isUnderstood = true;
        continue;
      }
      const pool = RE_SEARCHING.exec(line.text)?.[1]?.toLowerCase();
      if (pool !== undefined) searched = pool as Pool;
      if (find && RE_SEARCHED.test(line.text)) isSearched = true;
      if (find && /terminating/i.test(line.text)) this.endEarly(find, line);
      if (page || find) takeLine(line, page, find, searched);
      if (/^\s{0,8}Pool page \[/.test(line.text) && line.text.includes("INVALID")) this.noteDamage(line);
    }
    const last = command.output.at(-1);
    if (find?.isComplete && !isSearched && command.isLast && last) this.endEarly(find, last);
    const name = /!pool(?:find)?\b/i.exec(command.text)?.[0];
    if (name !== undefined && !isUnderstood && command.part === 0) {
      const message = `${name} printed nothing that can be read here${quoteReason(command)}.`;
      this.problems.add("pool nothing", command.line, "lost", message);
    }
    return isUnderstood;
  }

  finish(): void {
    // Every listing is whole when its command is.
  }

  private startPage([, address, region]: RegExpExecArray, { line }: OutputLine): PoolPage {
    const page: PoolPage = {
      address: parseAddress(address!) ?? address!,
      region: region!,
      blocks: [],
      description: undefined,
      failure: undefined,
      line,
    };
    this.session.poolPages.push(page);
    return page;
  }

  private endEarly(find: PoolFindResult, { line }: OutputLine): void {
    find.isComplete = false;
    const message =
      "Nothing says that the search of !poolfind came to its end: there may be more blocks of this tag than are listed.";
    this.problems.add("poolfind early", line, "note", message);
  }

  private noteDamage({ line }: OutputLine): void {
    const message =
      "!poolval calls the headers of this page invalid: something wrote beyond its block. That is damage to the pool, another problem than a leak.";
    this.problems.add("poolval", line, "note", message);
  }
}

/** What a line below a heading says: a block, what its tag means, or why there is nothing. */
function takeLine(
  { text, line }: OutputLine,
  page: PoolPage | undefined,
  find: PoolFindResult | undefined,
  searched: Pool | undefined,
): void {
  const regionPool =
    page && (/nonpaged/i.test(page.region) ? "nonpaged" : /paged/i.test(page.region) ? "paged" : undefined);
  const block = parsePoolBlock(text, line, find ? searched : regionPool);
  if (block) {
    (find ?? page)?.blocks.push(block);
    return;
  }
  if (!page) return;
  const description = RE_DESCRIPTION.exec(text)?.[1];
  if (description !== undefined) page.description ??= description;
  else if (RE_FAILURE.test(text) && page.blocks.length === 0) page.failure ??= text.trim().slice(0, 200);
}
