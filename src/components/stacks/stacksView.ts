import type { ExtendedValue } from "../../notebook/value/Value.ts";
import { count } from "../../notebook/value/words.ts";
import type { RegisteredView } from "../../notebook/view/renderExtended.ts";
import type { StackSet } from "../../pool/analyzers/stacks/StackSet.ts";
import { readStacks } from "./readStacks.ts";
import { renderFlame } from "./renderFlame.ts";
import { renderSideBySide } from "./renderSideBySide.ts";
import { measured } from "./stackWords.ts";

/** Shows call stacks, beside each other or folded into a flame graph. */
export const stacksView: RegisteredView = {
  view: (value, context) => {
    const set = stacksIn(value);
    return set.layout === "flame"
      ? renderFlame(set, value.omitted, context)
      : renderSideBySide(set, value.omitted, context);
  },
  describe: (value) => describeStacks(stacksIn(value)),
};

function stacksIn({ data }: ExtendedValue): StackSet {
  const set = readStacks(data);
  if (!set) throw new Error("These are no stacks as showStacks makes them.");
  return set;
}

/** "3 stacks, 30 blocks; the leak's owner is myfault+0x162f with 19 blocks" */
function describeStacks({ stacks, measure }: StackSet): string {
  const total = stacks.reduce((sum, { value }) => sum + value, 0);
  const [owner] = stacks.filter(({ mark }) => mark !== undefined).toSorted((a, b) => b.value - a.value);
  const all = `${count(stacks.length, "stack")}, ${measured(total, measure)}`;
  return owner === undefined
    ? all
    : `${all}; the leak's owner is ${owner.mark!} with ${measured(owner.value, measure)}`;
}
