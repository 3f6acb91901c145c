import type { APIRoute } from "astro";
import { bundleModule } from "../../cli/bundleModule.ts";
import { browserWorkerText, runtimeName } from "../../notebook/run/workerText.ts";

/** The script of the worker that runs cells; the page hands its text to the sandbox, which has no network. */
export const GET: APIRoute = async () => {
  const runtime = await bundleModule("src/notebook/run/workerEntry.ts", {
    format: "iife",
    name: runtimeName,
    minify: true,
  });
  return new Response(browserWorkerText(runtime), { headers: { "Content-Type": "text/javascript" } });
};
