import type { ReportBuilder } from "./ReportBuilder.ts";
import { verifierFlagBit } from "./verifierFlags.ts";

/** `Verify Flags Level 0x000209bb` of newer debuggers, `Verify Level 9bb ... enabled options are:` of older ones. */
const RE_DEBUGGER_LEVEL = /^\s*Verify (?:Flags )?Level (?:0x)?([0-9a-f]{1,8})\b/i;
/** `[X] (0x00000008) Pool tracking` */
const RE_DEBUGGER_FLAG = /^\s*\[([X ])\] \(0x([0-9a-f]{8})\) \S/i;
/** `Verifier Flags: 0x00000008`: of the settings, and of `verifier /query` on Windows 8.1 and later. */
const RE_SETTINGS_FLAGS = /^\s*Verifier Flags:\s*0x([0-9a-f]{1,8})\s*$/i;
/** `[X] 0x00000008 Pool tracking.`: the name is in the language of Windows, the number is not. */
const RE_SETTINGS_FLAG = /^\s*\[([X ])\] 0x([0-9a-f]{8}) \S/i;
/** `Pool tracking: Enabled` */
const RE_OLD_SETTING = /^\s*([A-Z][A-Za-z/ ]{2,60}): (Enabled|Disabled)\s*$/;
const RE_NEW_SETTINGS = /^\s*New verifier settings:\s*$/i;
/** Behind the rows of flags: what the mark means. */
const RE_LEGEND = /^\s*\[X\] Indicates flag is enabled/i;
const RE_HEADING = /^\s*(?:Standard|Additional|Internal) Flags:\s*$/i;

/** Reads the lines that say which options are on; whether the line was one. */
export function takeFlagLine(text: string, line: number, builder: ReportBuilder): boolean {
  let match = RE_DEBUGGER_LEVEL.exec(text);
  if (match) {
    builder.setFlags(builder.begin("!verifier", line), Number.parseInt(match[1]!, 16));
    return true;
  }
  match = RE_DEBUGGER_FLAG.exec(text);
  if (match) {
    const report = builder.of("!verifier", line);
    builder.setFlag(report, Number.parseInt(match[2]!, 16), match[1] !== " ");
    return true;
  }
  match = RE_SETTINGS_FLAGS.exec(text);
  if (match) {
    const stamped = builder.report?.source === "verifier /query" && builder.report.flags === undefined;
    const report = stamped ? builder.report! : builder.begin("verifier settings", line);
    builder.setFlags(report, Number.parseInt(match[1]!, 16));
    return true;
  }
  match = RE_SETTINGS_FLAG.exec(text);
  if (match) {
    const report =
      builder.report?.source === "verifier /query" ? builder.report : builder.of("verifier settings", line);
    builder.setFlag(report, Number.parseInt(match[2]!, 16), match[1] !== " ");
    return true;
  }
  match = RE_OLD_SETTING.exec(text);
  const bit = match ? verifierFlagBit(match[1]!) : undefined;
  if (match && bit !== undefined) {
    builder.setFlag(builder.of("verifier settings", line), bit, match[2] === "Enabled");
    return true;
  }
  if (RE_NEW_SETTINGS.test(text)) {
    builder.begin("verifier settings", line);
    return true;
  }
  return builder.report !== undefined && (RE_LEGEND.test(text) || RE_HEADING.test(text));
}
