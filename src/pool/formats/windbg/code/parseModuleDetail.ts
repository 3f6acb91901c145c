import type { Module } from "./Module.ts";

type Detail = "imagePath" | "imageName" | "timestamp" | "fileVersion" | "company" | "description" | "checksum";

/** What `lmvm` says, by its words; `FileVersion` is that of the resource, with the build's name behind it. */
const DETAILS: Readonly<Record<string, Detail>> = {
  "Image path": "imagePath",
  "Image name": "imageName",
  Timestamp: "timestamp",
  CheckSum: "checksum",
  "File version": "fileVersion",
  CompanyName: "company",
  FileDescription: "description",
};

const RE_DETAIL = /^[ \t]{1,24}([A-Z][A-Za-z ]{2,40}):\s{1,24}(\S.{0,600}?)\s{0,40}$/;

/** Puts a line of `lmvm` into its module. Says whether it was one. */
export function parseModuleDetail(text: string, module: Module): boolean {
  if (text.length > 800) return false;
  const match = RE_DETAIL.exec(text);
  if (!match) return false;
  const [, name, value] = match;
  const detail = DETAILS[name!];
  if (detail !== undefined) module[detail] ??= value!;
  return true;
}
