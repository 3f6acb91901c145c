import { bytesBetween, parseAddress } from "../../../formats/windbg/Address.ts";
import type { FinalAnswers } from "../FinalAnswers.ts";
import { empty, firstMistake, right, wrong } from "./outcomes.ts";
import { NEXT_STEPS, type FactOutcome, type Report } from "./Report.ts";

/** No driver of a case is larger. */
const LARGEST_DRIVER = 0x10_0000;

/** The call site as `module+0xoffset`, or an address in the driver as the debugger prints it. */
export function checkSite({ site, mistakes }: FinalAnswers, report: Report): FactOutcome {
  const said = report.site.trim().toLowerCase();
  if (said === "")
    return empty(
      "site",
      "The innermost frame of the driver on the stack of an allocation that is not freed: poolhittag.txt and verified.txt have stacks.",
    );
  const place = readPlace(said, site);
  if (!place)
    return wrong("site", "no place", "Write the module and the offset in it, as a stack does: driver+0x1a2b.");
  if (place.module !== site.module)
    return wrong(
      "site",
      "another module",
      "That lies in another module. Asked is the place in the leaking driver: the frame right above the pool routine, or above Verifier’s.",
    );
  const { offset } = place;
  // The call, the tag in front of it and what the call returns to are one place.
  if (offset >= site.from && offset <= site.returnsTo)
    return right("site", "What is allocated there for the process is never freed.");
  return firstMistake(
    "site",
    [
      [
        offset === mistakes.freedSite,
        "frees again",
        "What this place allocates is freed again. Pair allocations and frees of poolhittag.txt by the block: which place’s blocks are left?",
      ],
      [
        offset === mistakes.freeingSite,
        "the place that frees",
        "This place frees. Asked is the one that allocates what nobody frees.",
      ],
      [
        offset === mistakes.callingFrame,
        "one frame up",
        "This is the caller of the place. Nearly: the frame above it on the stack, nearest to the pool routine, is the one that allocates.",
      ],
    ],
    "The list of !verifier 3 in verified.txt has a caller for each outstanding block: group by it. The stacks in poolhittag.txt show the same place.",
  );
}

/** `driver+0x1a2b`, the offset alone, or an address as the debugger prints it. */
function readPlace(
  said: string,
  { module, base }: FinalAnswers["site"],
): { module: string; offset: number } | undefined {
  const bare = said.replaceAll(/\s/g, "");
  const place = /^(\w+?)(?:\.sys)?(?:!\w+)?\+(?:0x)?([0-9a-f]+)h?$/.exec(bare);
  if (place) return { module: place[1]!, offset: parseInt(place[2]!, 16) };
  if (/^(?:0x)?[0-9a-f]{3,6}$/.test(bare)) return { module, offset: parseInt(bare.replace(/^0x/, ""), 16) };
  const address = parseAddress(bare);
  if (address?.length !== 16) return undefined;
  const offset = bytesBetween(base, address);
  return offset >= 0 && offset < LARGEST_DRIVER ? { module, offset } : { module: "", offset: 0 };
}

/** Which tag grows second most, and whether that is a leak. */
export function checkSecond({ tag, second }: FinalAnswers, report: Report): FactOutcome {
  const said = report.secondTag.trimEnd();
  if (said === "" || report.secondLeaks === "")
    return empty("second", "Name the tag that gained most beside the first, and say whether it leaks.");
  if (said === tag.trimEnd()) return wrong("second", "the first", "That is the fastest. Asked is the one after it.");
  if (said !== second.tag.trimEnd())
    return wrong(
      "second",
      "another tag",
      "Another tag gained more. Subtract the first snapshot from the last, rank by the bytes, and take the second row, of both pools.",
    );
  if ((report.secondLeaks === "yes") === second.leaks)
    return right(
      "second",
      second.leaks
        ? "It gains as much in each interval, and gives nothing back. Another driver, another leak: report it too."
        : "What it gains becomes less, or goes back: what fills or follows load comes to an end, a leak does not.",
    );
  return second.leaks
    ? wrong(
        "second",
        "slow is not harmless",
        "Look at each interval by itself: does it gain less from one to the next, as what fills does, or as much each time?",
      )
    : wrong(
        "second",
        "growth is not a leak",
        "Look at each interval by itself. What it gains becomes less from one to the next: what does that, and whose tag is it by pooltag.txt?",
      );
}

const NEXT_SAYS: Readonly<Record<string, string>> = {
  restart: "A restart gives the memory back and leaves the fault where it is. It buys time; it is no report.",
  memory: "More memory lets the leak run longer. At its rate, how much longer?",
  process: "The process only asks the driver to work; it holds no pool. Who allocates and does not free?",
  busiest: "The busiest tag frees what it allocates. Work is not a leak.",
  again:
    "You have all that is needed, down to the call site. Verifier on all drivers would slow the server and add nothing.",
};

/** What to do with all that. */
export function checkNext(_: FinalAnswers, report: Report): FactOutcome {
  if (report.next === "") return empty("next", "Choose what you would write to the customer.");
  if (report.next === Object.keys(NEXT_STEPS)[0])
    return right("next", "The one who can mend it gets what is needed to find the line.");
  return wrong("next", report.next, NEXT_SAYS[report.next] ?? "Choose one of the steps.");
}
