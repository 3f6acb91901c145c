/**
 * `npm test`: sets itself up (browser, built site), runs the checks and every test, and ends with one plain line
 * `N passed, N failed`. Arguments go to Vitest: `npm test -- --project unit`.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { buildSite } from "./buildSite.ts";
import { getBrowser } from "./findBrowser.ts";
import { getOtherBrowsers } from "./otherBrowsers.ts";

const windows = process.platform === "win32";
const run = (command: string, ...parameters: string[]) =>
  spawnSync(command, parameters, { stdio: ["ignore", "inherit", "inherit"], shell: windows }).status === 0;

const onlyFor = process.argv.slice(2);
let passed = 0;
let failed = 0;

process.env["CHROMIUM_PATH"] = getBrowser();
getOtherBrowsers();
buildSite();

if (onlyFor.length === 0) {
  // Two at a time, on two cores; the first two both write Astro's types, so they stay one after the other.
  await Promise.all([check("types", "pages"), check("lint", "format", "spelling")]);
}

/** Runs checks one after the other; what one prints is shown when it is over, so that two do not mix. */
async function check(...names: string[]): Promise<void> {
  for (const name of names) {
    const { isGood, printed } = await runQuietly("npm", "run", "--silent", `check:${name}`);
    console.log(`${printed}${isGood ? "✓" : "✗"} check:${name}`);
    if (isGood) passed += 1;
    else failed += 1;
  }
}

function runQuietly(command: string, ...parameters: string[]): Promise<{ isGood: boolean; printed: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { stdio: ["ignore", "pipe", "pipe"], shell: windows });
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (part: Buffer) => (printed += part.toString()));
    child.on("error", (error) => resolve({ isGood: false, printed: `${error.message}\n` }));
    child.on("close", (status) => resolve({ isGood: status === 0, printed }));
  });
}

const report = ".cache/vitest.json";
mkdirSync(".cache", { recursive: true });
rmSync(report, { force: true });
const isGreen = run(
  "vitest",
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...onlyFor,
);
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8")) as Record<
    string,
    number
  >;
  passed += numPassedTests!;
  // A file that could not even be loaded has no tests to fail; it fails all the same.
  failed += Math.max(numFailedTests!, isGreen ? 0 : Math.min(1, numFailedTestSuites! || 1));
} catch {
  failed += 1;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
