import type { APIRoute } from "astro";
import { bundleModule } from "../cli/bundleModule.ts";
import { sandboxPage } from "../notebook/run/browser/sandboxPage.ts";

/** The document of the frame that cells run in, with a policy of its own. */
export const GET: APIRoute = async () => {
  const script = await bundleModule("src/notebook/run/browser/frame.ts", { format: "iife", minify: true });
  return new Response(await sandboxPage(script.trim()), { headers: { "Content-Type": "text/html; charset=utf-8" } });
};
