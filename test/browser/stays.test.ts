import { expect, test } from "vitest";
import type { LessonDriver } from "./LessonDriver.ts";
import { computedWith, expectSameValues, lessonsWithCells, useSite } from "./useSite.ts";

const perfmon = (await lessonsWithCells()).find(({ page }) => page === "lessons/perfmon")!;
const reading = useSite();
const own = "datasets/fabrikam-app2/perfmon.csv";

test("a log of the reader's own goes nowhere: cells read it while the browser is offline, as the page says one can check", async () => {
  const computed = await computedWith(perfmon, { "perfmon.csv": own });
  const read = async (driver: LessonDriver) => {
    expect(await driver.page.locator("footer").innerText()).toContain(
      "choose your log, disconnect, and run them again",
    );
    for (const id of ["read", "curve"]) await driver.run(id);
    const log = driver.page.locator('lab-own-log[data-name="perfmon.csv"]');
    await log.locator('[data-action="choose"]').click();
    await driver.page.locator(".ask-for-log input[type=file]").setInputFiles(own);
    await driver.waitFor("read", "stale");
    await log.locator(".own-log-said", { hasText: "stays on this machine" }).waitFor();
    await driver.page.waitForLoadState("networkidle");
    const requests: string[] = [];
    driver.page.context().on("request", (request) => requests.push(request.url()));
    await driver.page.context().setOffline(true);
    for (const id of ["read", "curve"]) expectSameValues((await driver.run(id)).values, computed[id]!.values, id);
    expect(requests.filter((url) => url.startsWith("http"))).toEqual([]);
  };
  await reading("lessons/perfmon/", read, {});
});
