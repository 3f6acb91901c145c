import { englishCounterPath } from "./counterNames.ts";
import { parseCounterPath } from "./counterPath.ts";

/**
 * What a pool leak is judged by, most important first: the pools, memory and commit, then what tells load from leak, then the
 * handles and quotas of processes. Only these are read of a log too large to hold whole.
 */
export const RELEVANT_COUNTERS = [
  "\\Memory\\Pool Nonpaged Bytes",
  "\\Memory\\Pool Paged Bytes",
  "\\Memory\\Pool Nonpaged Allocs",
  "\\Memory\\Pool Paged Allocs",
  "\\Memory\\Pool Paged Resident Bytes",
  "\\Memory\\Available MBytes",
  "\\Memory\\Committed Bytes",
  "\\Memory\\Commit Limit",
  "\\Memory\\Free System Page Table Entries",
  "\\System\\System Up Time",
  "\\Server\\Bytes Total/sec",
  "\\TCPv4\\Connections Established",
  "\\Process\\Handle Count",
  "\\Process\\Pool Nonpaged Bytes",
];

const RANKS = new Map(RELEVANT_COUNTERS.map((path, rank) => [path.toLowerCase(), rank]));

/** What limits the choice. */
export interface ChoiceLimits {
  /** the counters asked for by name; undefined for all, or where `relevantOnly` for those that matter */
  asked: readonly string[] | undefined;
  /** true where the log is too large to hold whole */
  relevantOnly: boolean;
  /** how many columns memory has room for */
  most: number;
}

/** Chooses the counters to hold: their indexes in `paths`. */
export function chooseCounters(paths: readonly string[], limits: ChoiceLimits): Set<number> {
  const { asked, relevantOnly, most } = limits;
  let chosen = paths.map((_, index) => index);
  if (asked) {
    const wanted = asked.map(matcher);
    chosen = chosen.filter((index) => wanted.some((matches) => matches(paths[index]!)));
  } else if (relevantOnly) {
    const ranks = paths.map(rankOf);
    const relevant = chosen.filter((index) => ranks[index] !== undefined);
    // A log in a language without a name table: better its first columns than none.
    if (relevant.length > 0) chosen = relevant.toSorted((a, b) => ranks[a]! - ranks[b]! || a - b);
  }
  return new Set(chosen.slice(0, most));
}

function rankOf(path: string): number | undefined {
  const parts = parseCounterPath(path);
  const english = parts && englishCounterPath(parts.object, parts.instance, parts.counter);
  return english === undefined ? undefined : RANKS.get(english.toLowerCase());
}

/** Matches a path as `findCounters` does: English or the log's language, machine and instance optional, `*` for any instance. */
function matcher(asked: string): (path: string) => boolean {
  const wanted = parseCounterPath(asked);
  if (!wanted) return (path) => path.toLowerCase().includes(asked.toLowerCase());
  const name = `\\${wanted.object}\\${wanted.counter}`.toLowerCase();
  const instance = wanted.instance.toLowerCase();
  const machine = wanted.machine.toLowerCase();
  return (path) => {
    const parts = parseCounterPath(path);
    if (!parts) return false;
    const own = `\\${parts.object}\\${parts.counter}`.toLowerCase();
    return (
      (own === name || englishCounterPath(parts.object, parts.instance, parts.counter)?.toLowerCase() === name) &&
      (machine === "" || parts.machine.toLowerCase() === machine) &&
      (instance === "" || instance === "*" || parts.instance.toLowerCase() === instance)
    );
  };
}
