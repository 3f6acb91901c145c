import type { ProblemList } from "../../text/ProblemList.ts";
import type { DebuggerCommand } from "../DebuggerCommand.ts";
import { parseHitTagEdit, parseHitTagRow, parseHitTagShow } from "./parseHitTag.ts";

const RE_UNRESOLVED = /^\s{0,8}(?:Couldn't resolve error at|\^ .{0,40}) ?'?(?:nt!)?PoolHitTag/i;

const RE_SHORT = /\bed\s{1,8}(?:nt!)?PoolHitTag\s{1,8}'([^']{1,3})'/i;

/** Follows which tag nt!PoolHitTag holds. */
export class HitTagWatch {
  /** the first tag that was set, four characters; undefined where the session does not say */
  tag: string | undefined;
  /** whether a tag is set now */
  isOn = false;
  private line = 0;
  private readonly problems: ProblemList;

  constructor(problems: ProblemList) {
    this.problems = problems;
  }

  /** Takes a command; `hits` says how many hits came before it. Says whether it was about nt!PoolHitTag. */
  take({ text, output, line, part }: DebuggerCommand, hits: number): boolean {
    if (part > 0 || !/PoolHitTag/i.test(text)) return false;
    if (output.some((printed) => RE_UNRESOLVED.test(printed.text))) {
      const message =
        "nt!PoolHitTag was not found, so nothing was set: load the symbols of nt (.symfix; .reload /f nt) and set it again.";
      this.problems.add("hit unresolved", line, "lost", message);
      return true;
    }
    const edited = parseHitTagEdit(text);
    if (edited !== undefined) this.set(edited, line, hits);
    const short = RE_SHORT.exec(text.slice(0, 400))?.[1];
    if (short !== undefined) {
      const message = `nt!PoolHitTag is set to '${short}', fewer than four letters: what is missing is zero, not blank, and no pool has such a tag. Write '${short.padStart(4)}'.`;
      this.problems.add("hit short", line, "doubt", message);
    }
    const show = parseHitTagShow(text);
    if (show === undefined) return edited !== undefined;
    for (const printed of output) {
      const shown = parseHitTagRow(printed.text, show);
      if (shown === undefined) continue;
      this.set(shown, line, hits);
      return true;
    }
    return edited !== undefined;
  }

  finish(hits: number): void {
    if (hits === 0 && this.tag !== undefined) {
      const message = `nt!PoolHitTag was set to "${this.tag}", but no break of it follows. Either nothing was allocated or freed in that time, or it came from a lookaside list, or the tag was set in the wrong order: dc nt!PoolHitTag l1 must show the letters as PoolMon does.`;
      this.problems.add("hit none", this.line, "note", message);
    }
    if (hits > 0 && this.tag === undefined) {
      const message =
        "Which tag these breaks are of is not said: copy the command that set nt!PoolHitTag with them, or show it: dc nt!PoolHitTag l1.";
      this.problems.add("hit no tag", 0, "doubt", message);
    }
  }

  private set(tag: string, line: number, hits: number): void {
    this.isOn = tag !== "off";
    if (!this.isOn) return;
    if (this.tag === undefined || hits === 0) {
      this.tag = tag;
      this.line = line;
    } else if (this.tag !== tag) {
      const message = `nt!PoolHitTag is set to "${tag}" here, after hits of "${this.tag}": the hits from here on are of another tag, and stand in the same list.`;
      this.problems.add("hit second tag", line, "doubt", message);
    }
  }
}
