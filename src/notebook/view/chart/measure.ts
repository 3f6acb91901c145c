/** Type in charts, in CSS pixels of a chart at its full width. */
export const FONT_SIZE = 14;

/** Widths in ems of a humanist sans such as Atkinson Hyperlegible; a page cannot be asked at build. */
const NARROW = /[ .,:;'’|ilIjft()[\]-]/;
const WIDE = /[mwMW%@]/;

/** How wide a text is, about, rather too much than too little. */
export function widthOf(text: string): number {
  let ems = 0;
  for (const letter of text) ems += NARROW.test(letter) ? 0.34 : WIDE.test(letter) ? 0.88 : 0.6;
  return Math.ceil(ems * FONT_SIZE);
}
