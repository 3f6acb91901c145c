import { bytesBetween, parseAddress } from "../Address.ts";
import type { Module } from "./Module.ts";

/** Name, marks such as `#` and `C`, then the symbols' state, a path or a file's name and link time. */
const RE_ROW =
  /^[ \t]{0,16}([0-9a-f]{8}(?:`?[0-9a-f]{8})?) ([0-9a-f]{8}(?:`?[0-9a-f]{8})?)\s{1,8}(\S{1,260})(?:\s{1,260}(\S.{0,600}?))?\s{0,60}$/i;
const RE_SYMBOLS = /^(?:[#TCDXMLPU]{1,4}\s{1,4})?\(([a-z ,.]{1,40})\)(?:\s{1,40}(.*))?$/i; // cspell:disable-line
/** `lm t` and `lm n`: `Ntfs.sys     Mon Jul 13 19:20:47 2009 (4A5BC14F)` */
const RE_LINK_TIME = /^(.{0,400}?)\s{1,20}(\w{3} \w{3}\s{1,2}\d{1,2} \d\d:\d\d:\d\d \d{4} \([0-9a-f]{8}\))$/i;

/** Reads one row of `lm`; undefined for any other line. */
export function parseModuleRow(text: string, line: number, isUnloaded: boolean): Module | undefined {
  if (text.length > 1200) return undefined;
  const match = RE_ROW.exec(text);
  const start = match ? parseAddress(match[1]!) : undefined;
  const end = match ? parseAddress(match[2]!) : undefined;
  if (!match || start === undefined || end === undefined || start.length !== end.length) return undefined;
  if (bytesBetween(start, end) <= 0) return undefined;
  const rest = match[4] ?? "";
  const symbols = RE_SYMBOLS.exec(rest);
  const symbolFile = symbols?.[2]?.trim() ?? "";
  const [, image = symbols ? "" : rest, timestamp] = (symbols ? null : RE_LINK_TIME.exec(rest)) ?? [];
  return {
    name: match[3]!,
    start,
    end,
    symbols: symbols?.[1] ?? "",
    isUnloaded,
    ...(symbolFile !== "" && { symbolFile }),
    imagePath: image.includes("\\") ? image : undefined,
    imageName: image === "" ? (isUnloaded ? match[3] : undefined) : image.slice(image.lastIndexOf("\\") + 1),
    timestamp,
    fileVersion: undefined,
    company: undefined,
    description: undefined,
    line,
  };
}
