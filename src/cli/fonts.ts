/**
 * Cuts the two font families down to what the lab prints, so that both together stay near 40 kB of the page's budget.
 * Run by hand after a font update: `node src/cli/fonts.ts`. The fonts are under the SIL Open Font License 1.1.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);

const printableAscii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");
const latin = "ÄÖÜäöüßéèêáàâíóôúçñåøæ";
const punctuation = "–—‘’“”…·•×÷±≈≤≥≠−→←↑↓⇧⌘µ°§¶²³½¼¾©\u00a0\u202f\u2009✓▲▼△▽";

const families = [
  {
    name: "next",
    file: "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    heaviest: 700,
  },
  {
    name: "mono",
    file: "@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2",
    heaviest: 600,
  },
];

for (const { name, file, heaviest } of families) {
  const whole = await readFile(require.resolve(file));
  const subset = await subsetFont(whole, printableAscii + latin + punctuation, {
    targetFormat: "woff2",
    variationAxes: { wght: { min: 400, max: heaviest, default: 400 } },
  });
  await writeFile(new URL(`../styles/fonts/${name}.woff2`, import.meta.url), subset);
  console.log(`${name}.woff2: ${whole.length} → ${subset.length} bytes`);
}
