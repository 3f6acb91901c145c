import { findFirefox, findWebKit } from "../../../src/cli/otherBrowsers.ts";
import { openChromium } from "./openChromium.ts";
import { openFirefox } from "./openFirefox.ts";
import { openWebKit } from "./openWebKit.ts";
import type { TestedBrowser } from "./TestedBrowser.ts";

export type EngineName = "Chromium" | "Firefox" | "WebKit";

interface TestedEngine {
  name: EngineName;
  isHere: boolean;
  open(): Promise<TestedBrowser>;
}

/** The engines that the site is tested in. `npm test` gets Firefox and WebKit where it can; their tests are skipped elsewhere. */
export const engines: TestedEngine[] = [
  { name: "Chromium", isHere: true, open: () => openChromium() },
  { name: "Firefox", isHere: findFirefox() !== undefined, open: () => openFirefox() },
  { name: "WebKit", isHere: findWebKit() !== undefined, open: openWebKit },
];
