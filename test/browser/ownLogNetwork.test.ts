import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { describe, expect, test } from "vitest";
import { OwnLogDriver } from "./OwnLogDriver.ts";
import { useSite } from "./useSite.ts";

const reading = useSite();
const realLogs = "../shared/real-logs";

/** Genuine logs where the folder with them is there, the lessons' own otherwise: what leaves the machine is the same question. */
const fileOf = (real: string, own: string) => (existsSync(realLogs) ? join(realLogs, real) : `datasets/${own}`);

const logs: [page: string, name: string, file: string][] = [
  ["lessons/perfmon", "perfmon.csv", fileOf("perfmon-csv/04-committed-bytes-15s.csv", "fabrikam-app2/perfmon.csv")],
  ["lessons/perfmon", "perfmon-week.csv", fileOf("perfmon-csv/05-spanish-965rows.tsv", "fabrikam-app2/perfmon.csv")],
  ["lessons/poolmon", "poolmon.txt", fileOf("poolmon/07-server-nic-lab.txt", "fabrikam-app2/poolmon.txt")],
  [
    "lessons/poolmon",
    "perfmon.csv",
    fileOf("perfmon-csv/02-process-instances-30rows.csv", "fabrikam-app2/perfmon.csv"),
  ],
  ["lessons/poolmon", "findstr.txt", fileOf("pool-tags/03-tag-to-driver-scan-zh.txt", "fabrikam-app2/findstr.txt")],
  ["lessons/poolmon", "pooltag.txt", fileOf("pool-tags/02-pooltag-2018.txt", "fabrikam-app2/pooltag.txt")],
];

/** Writes down everything that goes out of a browser: what is asked for, of whom, and what is sent along. */
function watchNetwork(context: BrowserContext): { asked: string[]; sent: string[] } {
  const seen = { asked: [] as string[], sent: [] as string[] };
  context.on("request", (request) => {
    seen.asked.push(request.url());
    const body = request.postDataBuffer();
    if (request.method() !== "GET" || body) seen.sent.push(`${request.method()} ${request.url()}`);
  });
  for (const page of context.pages()) page.on("websocket", (socket) => seen.sent.push(`websocket ${socket.url()}`));
  return seen;
}

describe("of a log of the reader's own nothing leaves the machine", () => {
  test.each(logs)("%s: %s, read by every cell that builds on it", (page, name, file) =>
    reading(
      `${page}/`,
      async (driver) => {
        const site = new URL(driver.page.url()).origin;
        const network = watchNetwork(driver.page.context());
        const own = new OwnLogDriver(driver.page, name);
        await own.choose(file);
        await own.read();
        await own.control("run").click();
        await own.hear(/ran\./);
        // A beacon would be sent when the page is left.
        await driver.page.goto("about:blank");
        expect(network.sent).toEqual([]);
        // What runs cells comes from the site, as the files that it is made of: with no word of the log in an address.
        const elsewhere = network.asked.filter((url) => !url.startsWith("blob:") && url !== "about:blank");
        expect(elsewhere.length).toBeGreaterThan(0);
        for (const url of elsewhere) {
          expect(new URL(url).origin).toBe(site);
          expect(new URL(url).search).toBe("");
        }
      },
      {},
    ),
  );
});
