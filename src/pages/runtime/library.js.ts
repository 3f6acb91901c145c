import type { APIRoute } from "astro";
import { bundleModule } from "../../cli/bundleModule.ts";

/** What cells import as "pool-leak-lab", as one ES module; the page hands its text to the sandbox, which has no network. */
export const GET: APIRoute = async () =>
  new Response(await bundleModule("src/pool/index.ts", { format: "esm", minify: true }), {
    headers: { "Content-Type": "text/javascript" },
  });
