import { describe, expect, test } from "vitest";
import { engines } from "./engines/engines.ts";
import { openChromium } from "./engines/openChromium.ts";
import { openFirefox } from "./engines/openFirefox.ts";
import type { TestedBrowser } from "./engines/TestedBrowser.ts";
import { HostileReader } from "./hostile/HostileReader.ts";

/** Browsers whose memory ends early, so that a cell can fill it on any machine. WebKit has no such switch. */
const small: Partial<Record<string, () => Promise<TestedBrowser>>> = {
  Chromium: () => openChromium("--js-flags=--max-old-space-size=256"),
  Firefox: () => openFirefox({ "javascript.options.mem.max": 262_144 }),
};

describe.each(engines.filter(({ name }) => small[name]))("in $name", ({ name, isHere }) => {
  test.skipIf(!isHere)(
    "a cell that takes memory without end leaves the page alive, which says so and can run again",
    async () => {
      const reader = await HostileReader.start(small[name]!);
      try {
        const { edited, other } = await reader.reportOf(
          "problems",
          "const kept: unknown[] = [];\nfor (;;) kept.push(new Array(1_000_000).fill(kept.length + 0.5));",
          "read",
        );
        expect(edited.failed).toBe(true);
        expect(JSON.stringify(edited.values)).toMatch(/memory|stopped after/);
        expect(other.failed, JSON.stringify([edited.values, other.values]).slice(0, 600)).toBe(false);
      } finally {
        await reader.close();
      }
    },
    // Filling the memory takes some seconds, and in Firefox the time limit ends it; several times that beside another browser.
    120_000,
  );
});
