// Plain JavaScript on purpose: the system's Node 20 runs it before node_modules brings the Node that runs the rest.
import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

// npm writes this file last: an interrupted install leaves node_modules without it.
const receipt = "node_modules/.package-lock.json";
const isInstalled = existsSync(receipt) && statSync(receipt).mtimeMs >= statSync("package-lock.json").mtimeMs;

if (!isInstalled) {
  console.log("Installing what the lab needs (once, about a minute) …");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
}
