import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const sources = ["content", "datasets", "src", "astro.config.mjs", "package-lock.json", "tsconfig.json"];

/** Written last by a build, so that a build that was interrupted is built again. */
const stamp = "dist/.built";

/** Builds the site unless the last build is newer than every source and was for the same address. */
export function buildSite(): void {
  const address = `${process.env["SITE"] ?? ""} ${process.env["BASE"] ?? ""}`;
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newestOf(sources) && readFileSync(stamp, "utf8") === address) {
    console.log("The site is built and newer than its sources.");
    return;
  }
  console.log("Building the site …");
  execFileSync("astro", ["build"], { stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" });
  mkdirSync("dist", { recursive: true });
  writeFileSync(stamp, address);
}

function newestOf(paths: readonly string[]): number {
  let newest = 0;
  for (const path of paths) {
    const { mtimeMs } = statSync(path);
    newest = Math.max(newest, mtimeMs);
    if (statSync(path).isDirectory())
      newest = Math.max(newest, newestOf(readdirSync(path).map((name) => join(path, name))));
  }
  return newest;
}
