import type { RunResult } from "../../notebook/run/Engine.ts";
import { progressHere } from "./progressHere.ts";

// A lesson's cells that gave a value; exercises count when they are solved.
document.addEventListener("cell-result", (event) => {
  const { page = "", cell = "" } = (event.target as HTMLElement).dataset;
  const { failed } = (event as CustomEvent<RunResult>).detail;
  const isStep = page.includes("/") && !(event.target as HTMLElement).matches(".is-exercise");
  if (isStep && !failed) progressHere.ran(page, cell, Date.now());
});
