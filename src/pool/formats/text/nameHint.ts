/** What files of these endings are when they are whole. */
const ENDINGS: Record<string, string> = {
  blg: "a binary counter log",
  etl: "an event trace",
  evtx: "an event log",
  dmp: "a crash dump",
  zip: "a ZIP archive",
  cab: "a cabinet archive",
  gz: "a gzip archive",
  "7z": "a 7-Zip archive",
  xlsx: "an Excel workbook",
  docx: "a Word document",
  pdf: "a PDF",
  png: "a picture",
  jpg: "a picture",
};

/** What a name promises that its content does not hold: the end of a name is no proof, but a reason to look again. Empty where it promises nothing. */
export function nameHint(file: string): string {
  const ending = /\.(\w{1,5})$/.exec(file)?.[1]?.toLowerCase() ?? "";
  const promised = ENDINGS[ending];
  if (promised === undefined || !Object.hasOwn(ENDINGS, ending)) return "";
  return `By its name it is ${promised}, but it does not begin like one: it was cut or damaged on its way, so ask for it again.`;
}
