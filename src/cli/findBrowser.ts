import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { canInstall, install } from "./otherBrowsers.ts";

/** Where Chromium and its kin stand on the systems that people develop on. */
const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** What a browser must not do here: phone home at every start, or need a sandbox that containers do not allow. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // As in every Chromium with windows: else the sandbox shares the page's process, and takes the page with it when it dies.
  "--site-per-process",
];

const headlessShell = "/usr/bin/chromium-headless-shell";

/**
 * The browser for tests: Chromium's headless shell where Debian has it, since it opens pages in half the time (same engine, no
 * windows), else any that is there.
 */
export function findTestBrowser(): string | undefined {
  return process.env["CHROMIUM_PATH"] || !existsSync(headlessShell) ? findBrowser() : headlessShell;
}

/** A browser that is there already: the one CHROMIUM_PATH names, a usual place, or an earlier download; else undefined. */
export function findBrowser(): string | undefined {
  const named = process.env["CHROMIUM_PATH"];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return named;
  }
  return [...usualPlaces, chromium.executablePath()].find((path) => path && existsSync(path));
}

/** Finds a browser for tests or gets one: as root by Debian's packages, else by Playwright's download. Says so where none can be had. */
export function getBrowser(): string {
  if (!process.env["CHROMIUM_PATH"] && !existsSync(headlessShell) && canInstall()) {
    // Which of the two a Debian or its kin has differs; what matters is whether a browser is there afterwards.
    if (!isInstalled("chromium-headless-shell") && !findBrowser()) isInstalled("chromium");
  }
  const found = findTestBrowser();
  if (found) return found;
  console.log("No Chromium, Chrome or Edge is installed; trying Playwright's download …");
  const download = spawnSync("playwright-core", ["install", "--with-deps", "chromium"], {
    stdio: "ignore",
    timeout: 180_000,
    shell: process.platform === "win32",
  });
  const downloaded = download.status === 0 ? findBrowser() : undefined;
  if (downloaded) return downloaded;
  throw new Error(
    "The browser tests need Chromium, Chrome or Edge, and none could be installed. Install one, or name it: CHROMIUM_PATH=/path/to/chrome npm test",
  );
}

function isInstalled(name: string): boolean {
  console.log(`Installing ${name} for the tests …`);
  try {
    install(name);
    return true;
  } catch {
    return false;
  }
}
