#!/usr/bin/env node
/** `pool-leak-lab`: what the package puts on the command line. */
import { readFileSync } from "node:fs";
import { runCommandLine } from "./commandLine/runCommandLine.ts";
import { processTerminal } from "./commandLine/Terminal.ts";

// Two folders up stands package.json, of src/cli here and of lib/cli in the package.
const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(), version);
