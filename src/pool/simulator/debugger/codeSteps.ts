import { addToAddress, formatAddress } from "../../formats/windbg/Address.ts";
import { printInstructions } from "../../formats/windbg/code/printInstructions.ts";
import { printMemoryRows } from "../../formats/windbg/code/printMemoryRows.ts";
import { printModuleDetails, printModules } from "../../formats/windbg/code/printModules.ts";
import { printSearchHits } from "../../formats/windbg/code/printSearchHits.ts";
import { moduleNamed, type KernelImage } from "../kernel/KernelImage.ts";
import { placeInstructions } from "../kernel/ModuleImage.ts";
import { describeModule, disassemble, patchedTag, searchModules } from "./codeListings.ts";
import type { DebuggerStep } from "./DebuggerStep.ts";

/** `!for_each_module s -a @#Base @#End "TAG"` */
export function searchTag(tag: string): DebuggerStep {
  return ({ kernel }) => {
    const hits = searchModules(kernel, tag);
    return {
      command: `!for_each_module s -a @#Base @#End "${tag}"`,
      output: printSearchHits(hits),
      facts: { hits: hits.map(({ address }) => formatAddress(address)) },
    };
  };
}

/** `lm a ADDRESS`, of a place in the module */
export function listModule(name: string, offset: number): DebuggerStep {
  return ({ kernel }) => ({
    command: `lm a ${addressText(kernel, name, offset)}`,
    output: printModules([describeModule(moduleNamed(kernel, name), false)]),
  });
}

/** `lmvm NAME` */
export function showModule(name: string): DebuggerStep {
  return ({ kernel }) => ({
    command: `lmvm ${name}`,
    output: printModuleDetails(describeModule(moduleNamed(kernel, name), true)),
  });
}

/** `u ADDRESS-N l4`: from the beginning of the instruction that holds the byte at the offset. */
export function showCode(name: string, offset: number): DebuggerStep {
  return ({ kernel }) => {
    const image = moduleNamed(kernel, name);
    const holder = placeInstructions(image).findLast((instruction) => instruction.offset <= offset)!;
    return {
      command: `u ${addressText(kernel, name, offset)}-${offset - holder.offset} l4`,
      output: printInstructions(disassemble(image, holder.offset, 4)),
    };
  };
}

/** The search for a tag, and a look at each hit in the driver's code; offsets are those of the tag. */
export function searchSteps({
  tag,
  driver,
  offsets,
}: {
  tag: string;
  driver: string;
  offsets: readonly number[];
}): DebuggerStep[] {
  const looks = offsets.map((offset) => showCode(driver, offset));
  return [searchTag(tag), listModule(driver, offsets[0]!), showModule(driver), ...looks];
}

/** `eb ADDRESS+3 DIGIT`: the tag's last letter becomes a digit. It prints nothing. */
export function patchTag(name: string, offset: number, digit: string): DebuggerStep {
  return ({ kernel }) => ({
    command: `eb ${addressText(kernel, name, offset)}+3 ${digit.charCodeAt(0).toString(16)}`,
    output: "",
  });
}

/** `dc ADDRESS l1`, after the change */
export function showPatched(name: string, offset: number, digit: string): DebuggerStep {
  return ({ kernel }) => ({
    command: `dc ${addressText(kernel, name, offset)} l1`,
    output: printMemoryRows([patchedTag(moduleNamed(kernel, name), offset, digit)]),
  });
}

/** `g` */
export const letRun: DebuggerStep = () => ({ command: "g", output: "" });

function addressText(kernel: KernelImage, name: string, offset: number): string {
  return formatAddress(addToAddress(moduleNamed(kernel, name).base, offset));
}
