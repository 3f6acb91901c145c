import { chromium } from "playwright-core";
const b = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const [w, scheme, full] = [Number(process.argv[2] ?? 1280), (process.argv[3] ?? "light") as "light" | "dark", process.argv[4] === "run"];
const c = await b.newContext({ viewport: { width: w, height: 900 }, colorScheme: scheme });
const p = await c.newPage();
p.on("console", (m) => m.type() === "error" && console.log("console:", m.text()));
p.on("pageerror", (e) => console.log("pageerror", e.message));
await p.goto("http://localhost:4873/lessons/debugging/");
await p.waitForTimeout(500);
if (full) {
  await p.getByRole("button", { name: /Run all/ }).first().click();
  await p.waitForTimeout(6000);
  console.log(await p.evaluate(() => [...document.querySelectorAll(".cell")].map((e) => (e.id + " " + (e.getAttribute("data-state") ?? e.className))).join("\n")));
}
const h = await p.evaluate(() => document.documentElement.scrollHeight);
console.log("height", h, "overflow", await p.evaluate(() => document.documentElement.scrollWidth - innerWidth));
const step = 2400; let i = 0;
await p.setViewportSize({ width: w, height: step });
for (let y = 0; y < h; y += step) { await p.evaluate((t) => scrollTo(0, t), y); await p.waitForTimeout(150); await p.screenshot({ path: `/tmp/p3-${w}-${scheme}-${i++}.png` }); }
await b.close();
