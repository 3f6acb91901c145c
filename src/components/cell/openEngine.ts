import { createBrowserEngine } from "../../notebook/run/browser/createBrowserEngine.ts";
import type { Engine } from "../../notebook/run/Engine.ts";
import { fetchFile, siteAddress } from "./siteFiles.ts";

/** Fetches what the sandbox runs. The frame itself opens with the first `warm` or `run`; each engine has its own. */
export async function openEngine(): Promise<Engine> {
  const textOf = async (path: string) => (await fetchFile(path)).text();
  const [worker, library] = await Promise.all([textOf("/runtime/worker.js"), textOf("/runtime/library.js")]);
  return createBrowserEngine({
    sandbox: siteAddress("/sandbox.html"),
    worker,
    modules: { "pool-leak-lab": library },
  });
}
