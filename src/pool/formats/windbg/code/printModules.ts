import { bytesBetween, formatAddress } from "../Address.ts";
import type { Module } from "./Module.ts";

/** The state of the symbols is printed this wide, whether or not a path follows. */
const STATE_WIDTH = 23;

/** Prints modules as `lm` and `lm a` do, the unloaded ones below a line of their own. Lines are joined by line feeds. */
export function printModules(modules: readonly Module[]): string {
  const loaded = modules.filter(({ isUnloaded }) => !isUnloaded);
  const unloaded = modules.filter(({ isUnloaded }) => isUnloaded);
  const lines = [headerFor(modules), ...loaded.map(rowOf)];
  if (unloaded.length > 0) {
    lines.push("", "Unloaded modules:");
    for (const { start, end, name } of unloaded) lines.push(`${formatAddress(start)} ${formatAddress(end)}   ${name}`);
  }
  return lines.join("\n");
}

/** Prints a module as `lmvm` does, as far as its details are known. Lines are joined by line feeds. */
export function printModuleDetails(module: Module): string {
  const { imageName, imagePath, timestamp, checksum, start, end, fileVersion, company, description } = module;
  const details: [name: string, value: string | undefined][] = [
    ["Loaded symbol image file:", imageName],
    ["Image path:", imagePath],
    ["Image name:", imageName],
    ["Timestamp:       ", timestamp],
    ["CheckSum:        ", checksum],
    ["ImageSize:       ", bytesBetween(start, end).toString(16).toUpperCase().padStart(8, "0")],
    ["File version:    ", fileVersion],
    ["CompanyName:     ", company],
    ["FileDescription: ", description],
  ];
  const known = details.filter(([, value]) => value !== undefined).map(([name, value]) => `    ${name} ${value!}`);
  return [headerFor([module]), rowOf(module), ...known].join("\n");
}

function headerFor(modules: readonly Module[]): string {
  const width = modules[0]?.start.length === 8 ? 9 : 18;
  return `${"start".padEnd(width)}${"end".padEnd(width)}  module name`;
}

function rowOf({ start, end, name, symbols, symbolFile = "" }: Module): string {
  const state = `(${symbols})`.padEnd(STATE_WIDTH);
  return `${formatAddress(start)} ${formatAddress(end)}   ${name.padEnd(8)}   ${state}${symbolFile}`;
}
