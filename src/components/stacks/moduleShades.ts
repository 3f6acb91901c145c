import { moduleOfFrame } from "../../pool/analyzers/code/ownerFrame.ts";
import type { MeasuredStack } from "../../pool/analyzers/stacks/StackSet.ts";

/** How many greys there are besides the kernel's. */
const SHADES = 3;

/** A grey for each module: 0 for the kernel, the others in turn, the module of the owner first. */
export function moduleShades(stacks: readonly MeasuredStack[]): Map<string, number> {
  const modules = new Set(stacks.flatMap(({ mark, frames }) => [mark, ...frames].flatMap((frame) => moduleOf(frame))));
  const others = [...modules].filter((module) => module !== "nt");
  return new Map([["nt", 0], ...others.map((module, at): [string, number] => [module, (at % SHADES) + 1])]);
}

function moduleOf(frame: string | undefined): string | [] {
  return (frame === undefined ? undefined : moduleOfFrame(frame)) ?? [];
}
