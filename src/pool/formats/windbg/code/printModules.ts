import { bytesBetween, formatAddress } from "../Address.ts";
import type { Module } from "./Module.ts";

const HEADER = "start             end                 module name";

/** Prints modules as `lm` does, the name padded to eight characters. Lines are joined by line feeds. */
export function printModules(modules: readonly Module[]): string {
  return [HEADER, ...modules.map(moduleRow)].join("\n");
}

function moduleRow({ name, start, end, symbols }: Module): string {
  return `${formatAddress(start)} ${formatAddress(end)}   ${name.padEnd(8)}   (${symbols})${symbols === "pdb symbols" ? "" : "             "}`;
}

/** Prints what `lmvm NAME` says: the row, then what is known of the file. */
export function printModuleDetails(module: Module): string {
  const { start, end, imagePath, imageName, timestamp, fileVersion, company, description } = module;
  const detail = (label: string, value: string | undefined) =>
    value === undefined ? [] : [`    ${label.padEnd(18)}${value}`];
  return [
    printModules([module]),
    ...(imagePath === undefined ? [] : [`    Image path: ${imagePath}`]),
    ...(imageName === undefined ? [] : [`    Image name: ${imageName}`]),
    ...detail("Timestamp:", timestamp),
    `    ImageSize:        ${bytesBetween(start, end).toString(16).toUpperCase().padStart(8, "0")}`,
    ...detail("File version:", fileVersion),
    ...detail("CompanyName:", company),
    ...detail("FileDescription:", description),
  ].join("\n");
}
