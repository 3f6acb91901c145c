import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { bundleModule } from "../../src/cli/bundleModule.ts";
import { policyOf } from "../../src/layouts/contentSecurityPolicy.ts";
import { compileProgram } from "../../src/notebook/compile/compileProgram.ts";
import { sandboxPage } from "../../src/notebook/run/browser/sandboxPage.ts";
import type { RunResult } from "../../src/notebook/run/Engine.ts";
import { browserWorkerText, runtimeName } from "../../src/notebook/run/workerText.ts";
import { launchBrowser, openPage, type WatchedPage } from "./browser.ts";

/** A page under the site's own policy that does nothing but offer the engine to the test. */
const harness = `<!doctype html><html lang="en"><head><title>Harness</title></head><body>
<script>globalThis.ready = import("/engine.js").then(({ createBrowserEngine }) => { globalThis.createBrowserEngine = createBrowserEngine; })</script>
</body></html>`;

const library = "export const answer = 42; export function grow(x) { return x + 1; }";

/** The sandbox in a browser, without the site around it. In its page, `engine` is an engine and `open(options)` makes another. */
export class SandboxHarness {
  browser!: Browser;
  server!: Server;
  address!: string;
  watched!: WatchedPage;
  /** what was asked of the server that is none of the harness's files: a cell that reached the network shows here */
  readonly strayRequests: string[] = [];
  /** what the page itself reports: a page whose frame has crashed can no longer be asked by the test's driver */
  onReport: (text: string) => void = () => undefined;

  get page(): Page {
    return this.watched.page;
  }

  async open(): Promise<void> {
    const runtime = await bundleModule("src/notebook/run/workerEntry.ts", {
      format: "iife",
      name: runtimeName,
      minify: true,
    });
    const frame = await bundleModule("src/notebook/run/browser/frame.ts", { format: "iife", minify: true });
    const files: Record<string, [type: string, text: string]> = {
      "/": [
        "text/html",
        harness.replace("<head>", `<head><meta http-equiv="Content-Security-Policy" content="${policyOf(harness)}">`),
      ],
      "/engine.js": [
        "text/javascript",
        await bundleModule("src/notebook/run/browser/createBrowserEngine.ts", { format: "esm" }),
      ],
      "/worker.js": ["text/javascript", browserWorkerText(runtime)],
      "/sandbox.html": ["text/html", await sandboxPage(frame.trim())],
      "/other.html": ["text/html", "<!doctype html><title>Another document</title>"],
      "/favicon.ico": ["image/x-icon", ""],
    };
    this.server = createServer((request, response) => {
      if (request.url === "/report") {
        let text = "";
        request.on("data", (part) => (text += part)).on("end", () => this.onReport(text));
        response.end();
        return;
      }
      const [type, text] = files[request.url ?? ""] ?? [];
      if (type === undefined) this.strayRequests.push(`${request.method} ${request.url}`);
      response.writeHead(type === undefined ? 404 : 200, {
        "Content-Type": type ?? "text/plain",
        // The most generous server there could be: what stops a cell must be the sandbox.
        "Access-Control-Allow-Origin": "*",
      });
      response.end(text ?? "export default 1;");
    });
    this.server.on("upgrade", (request, socket) => {
      this.strayRequests.push(`upgrade ${request.url}`);
      socket.destroy();
    });
    await new Promise<void>((resolve) => this.server.listen(0, "localhost", resolve));
    this.address = `http://localhost:${(this.server.address() as AddressInfo).port}`;
    this.browser = await launchBrowser();
  }

  async openPage(): Promise<void> {
    this.strayRequests.length = 0;
    this.watched = await openPage(this.browser);
    await this.page.goto(`${this.address}/`);
    await this.page.evaluate(
      `ready.then(() => fetch("/worker.js")).then((answer) => answer.text()).then((worker) => {
        globalThis.open = (options) => createBrowserEngine({
          sandbox: "/sandbox.html", worker, modules: { "pool-leak-lab": ${JSON.stringify(library)} }, ...options,
        });
        globalThis.engine = open({});
      })`,
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Runs cells one after the other in the page's engine and gives the results. */
  async run(...texts: string[]): Promise<RunResult[]> {
    const program = compileProgram(texts.map((text, index) => ({ id: `cell${index + 1}`, title: "", text, line: 0 })));
    for (const { problem } of program.cells) if (problem) throw new Error(problem.message);
    return this.page.evaluate<RunResult[]>(
      `(async () => {
        const results = [];
        for (const cell of ${JSON.stringify(program.cells)}) {
          results.push(await engine.run({ cell, logs: { "a.txt": new Blob(["one\\ntwo"]) } }));
        }
        return results;
      })()`,
    );
  }

  /** Runs a body that the compiler would refuse, as a reader might smuggle it in: the sandbox must hold by itself. */
  async runRaw(body: string): Promise<RunResult> {
    const code = `export default async function () { ${body} }`;
    const cell = { id: "raw", code, insertions: [], owns: [], reads: [], imports: [] };
    return this.page.evaluate<RunResult>(`engine.run({ cell: ${JSON.stringify(cell)}, logs: {} })`);
  }
}

/** A sandbox for the tests of a file, with a fresh page for each. */
export function useSandbox(): SandboxHarness {
  const harness = new SandboxHarness();
  beforeAll(() => harness.open());
  beforeEach(() => harness.openPage());
  afterEach(() => harness.page.context().close());
  afterAll(() => harness.close());
  return harness;
}
