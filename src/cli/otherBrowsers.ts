import { execFileSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";

/** What the tests in WebKit need: its driver, the browser that the driver starts, and a screen for it. */
export interface WebKitPrograms {
  driver: string;
  browser: string;
  screen: string;
}

/** Firefox, which the tests drive by WebDriver BiDi; undefined where it is not installed. */
export function findFirefox(): string | undefined {
  return firstOf("/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox");
}

/** WebKit as Debian has it: WebKitGTK with its small browser and its driver; undefined where a part is missing. */
export function findWebKit(): WebKitPrograms | undefined {
  const driver = firstOf("/usr/bin/WebKitWebDriver");
  const browser = firstOf(...globSync("/usr/lib/*/webkit2gtk-4.1/MiniBrowser"));
  const screen = firstOf("/usr/bin/Xvfb");
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** Gets Firefox and WebKit as root by Debian's packages. Says in a line what cannot be had: its tests are skipped then. */
export function getOtherBrowsers(): void {
  const packages = [...(findFirefox() ? [] : ["firefox-esr"]), ...(findWebKit() ? [] : ["webkit2gtk-driver", "xvfb"])];
  if (packages.length > 0 && canInstall()) {
    console.log(`Installing ${packages.join(", ")} for the tests in other browsers …`);
    try {
      install(...packages);
    } catch {
      // Said below: what matters is what is there now.
    }
  }
  if (!findFirefox()) console.log("Firefox is not here and cannot be installed: its tests are skipped.");
  if (!findWebKit())
    console.log("WebKitGTK with its driver is not here and cannot be installed: its tests are skipped.");
}

/** Whether this is a Debian, or its kin, on which we may install packages. */
export function canInstall(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** whether the lists of packages were fetched, which takes a while */
let isListed = false;

/** @throws Error when a package cannot be installed */
export function install(...packages: string[]): void {
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  if (!isListed) execFileSync("apt-get", ["update"], options);
  isListed = true;
  execFileSync("apt-get", ["install", "--yes", "--no-install-recommends", ...packages], options);
}

const firstOf = (...paths: string[]): string | undefined => paths.find((path) => existsSync(path));
