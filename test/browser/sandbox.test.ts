import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
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

let browser: Browser;
let server: Server;
let address: string;
/** what was asked of the server that is not one of the harness's files: a cell that reached the network would show here */
const strayRequests: string[] = [];
/** what the page itself reported: a page whose frame has crashed can no longer be asked by the test's driver */
let reported: (text: string) => void;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
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
  server = createServer((request, response) => {
    if (request.url === "/report") {
      let text = "";
      request.on("data", (part) => (text += part)).on("end", () => reported(text));
      response.end();
      return;
    }
    const [type, text] = files[request.url ?? ""] ?? [];
    if (type === undefined) strayRequests.push(`${request.method} ${request.url}`);
    response.writeHead(type === undefined ? 404 : 200, {
      "Content-Type": type ?? "text/plain",
      // The most generous server there could be: what stops a cell must be the sandbox.
      "Access-Control-Allow-Origin": "*",
    });
    response.end(text ?? "export default 1;");
  });
  server.on("upgrade", (request, socket) => {
    strayRequests.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(async () => {
  strayRequests.length = 0;
  watched = await openPage(browser);
  page = watched.page;
  await page.goto(`${address}/`);
  await page.evaluate(
    `ready.then(() => fetch("/worker.js")).then((answer) => answer.text()).then((worker) => {
      globalThis.open = (options) => createBrowserEngine({
        sandbox: "/sandbox.html", worker, modules: { "pool-leak-lab": ${JSON.stringify(library)} }, ...options,
      });
      globalThis.engine = open({});
    })`,
  );
});

afterEach(async () => {
  await page.context().close();
});

/** Runs cells one after the other in the page's engine and gives the results. */
async function run(...texts: string[]): Promise<RunResult[]> {
  const program = compileProgram(texts.map((text, index) => ({ id: `cell${index + 1}`, title: "", text, line: 0 })));
  for (const { problem } of program.cells) if (problem) throw new Error(problem.message);
  return page.evaluate<RunResult[]>(
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
async function runRaw(body: string): Promise<RunResult> {
  const code = `export default async function () { ${body} }`;
  const cell = { id: "raw", code, insertions: [], owns: [], reads: [], imports: [] };
  return page.evaluate<RunResult>(`engine.run({ cell: ${JSON.stringify(cell)}, logs: {} })`);
}

describe("a run", () => {
  test("gives the value of a cell that uses another cell's names, the library and a log", async () => {
    const [, second] = await run(
      `import { grow } from "pool-leak-lab"; const base = grow(41);`,
      `const text = await (await log("a.txt")).text(); [{ base, lines: text.split("\\n").length }]`,
    );
    expect(second).toMatchObject({ failed: false, values: [{ kind: "table", rows: [[42, 2]] }] });
    expect(watched.complaints).toEqual([]);
  });

  test("that throws says where", async () => {
    const [result] = await run("const a = 1;\nnull.b;");
    expect(result).toMatchObject({
      failed: true,
      values: [{ kind: "error", name: "TypeError", cell: "cell1", line: 2 }],
    });
    expect(watched.complaints).toEqual([]);
  });

  test("is fast in a warm worker", async () => {
    await run("1");
    const milliseconds = await page.evaluate<number>(
      `(async () => {
        const cell = { id: "fast", code: "export default async () => ({ value: 1, names: {} })", insertions: [], owns: [], reads: [], imports: [] };
        const started = performance.now();
        await engine.run({ cell, logs: {} });
        return performance.now() - started;
      })()`,
    );
    // The budget is 30 ms; a test that also runs on a busy machine only holds that nothing is started anew.
    expect(milliseconds).toBeLessThan(1000);
  });
});

describe("ending a run", () => {
  test("Stop ends an endless loop, and the next run works", async () => {
    const stopped = await page.evaluate<RunResult>(
      `(async () => {
        const cell = { id: "loop", code: "export default async () => { for (;;); }", insertions: [], owns: [], reads: [], imports: [] };
        const running = engine.run({ cell, logs: {} });
        setTimeout(() => engine.stop(), 300);
        return running;
      })()`,
    );
    expect(stopped).toMatchObject({ failed: true, lost: true, values: [{ kind: "error", name: "Stopped" }] });
    expect(await run("1 + 1")).toMatchObject([{ failed: false, values: [{ kind: "number", value: 2 }] }]);
  });

  test("the time limit, and nothing before it, ends a loop in words", async () => {
    // Longer than a frame may be silent: one whose worker is busy is not taken for dead.
    await page.evaluate("engine.dispose(); engine = open({ timeLimit: 4000 });");
    const result = await runRaw("for (;;);");
    expect(result).toMatchObject({ failed: true, lost: true });
    expect(JSON.stringify(result.values)).toContain("stopped after");
    expect(await run("1 + 1")).toMatchObject([{ failed: false }]);
  });

  test("a frame that goes to another document is closed, and the next run opens a new one", async () => {
    await run("1");
    const running = runRaw("await new Promise(() => {});");
    await page.waitForTimeout(100);
    // Only the page itself can do this; a worker has no way to.
    await page.evaluate(`document.querySelector("iframe").src = "/other.html"`);
    expect(await running).toMatchObject({ failed: true, lost: true });
    expect(await page.locator("iframe").count()).toBe(0);
    expect(await run("1 + 1")).toMatchObject([{ failed: false }]);
  });
});

test("a frame whose process is gone is noticed before the time limit, and the next run opens a new one", async () => {
  await run("1");
  const report = new Promise<string>((resolve) => (reported = resolve));
  await page.evaluate(`void (async () => {
    const cellOf = (code) => ({ id: "c", code: "export default async () => { " + code + " }", insertions: [], owns: [], reads: [], imports: [] });
    const started = performance.now();
    const first = await engine.run({ cell: cellOf("for (;;);"), logs: {} });
    const milliseconds = performance.now() - started;
    const second = await engine.run({ cell: cellOf("return { value: 2, names: {} }"), logs: {} });
    await fetch("/report", { method: "POST", body: JSON.stringify({ first, milliseconds, second }) });
  })()`);
  const frame = page.frames().find((each) => each.url().endsWith("/sandbox.html"))!;
  const session = await page.context().newCDPSession(frame);
  // What a worker that fills its memory does to the process of its frame, without the memory.
  session.send("Page.crash").catch(() => undefined);
  const { first, milliseconds, second } = JSON.parse(await report) as {
    first: RunResult;
    milliseconds: number;
    second: RunResult;
  };
  expect(JSON.stringify(first)).toContain("no longer answers");
  expect(milliseconds).toBeLessThan(8000);
  expect(second).toMatchObject({ failed: false, values: [{ kind: "number", value: 2 }] });
});

describe("the sandbox", () => {
  // Each attempt gets at what the browser has, past the names that the runtime took away.
  test.each([
    ["fetch", `await fetch("ADDRESS/stolen")`],
    ["XMLHttpRequest", `const x = new XMLHttpRequest(); x.open("GET", "ADDRESS/stolen", false); x.send()`],
    [
      "WebSocket",
      `await new Promise((ok, no) => { const s = new WebSocket("WS/stolen"); s.onopen = ok; s.onerror = no; })`,
    ],
    [
      "EventSource",
      `await new Promise((ok, no) => { const s = new EventSource("ADDRESS/stolen"); s.onopen = ok; s.onerror = no; })`,
    ],
    ["import(url)", `await import("ADDRESS/stolen.js")`],
    ["import(data:)", `await import("data:text/javascript,export default 1")`],
    ["importScripts", `importScripts("ADDRESS/stolen.js")`],
    ["eval", `(0, eval)("1")`],
    ["new Function", `(() => {}).constructor("return 1")()`],
    ["indexedDB", `indexedDB.open("a")`],
    ["postMessage", `postMessage("forged")`],
    [
      "a prototype's postMessage",
      `Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).postMessage.call(globalThis, "forged")`,
    ],
  ])("keeps a cell from %s", async (_, attempt) => {
    const body = attempt.replaceAll("ADDRESS", address).replaceAll("WS", address.replace("http", "ws"));
    const result = await runRaw(`${body}; return { value: "reached", names: {} };`);
    expect(result.failed).toBe(true);
    expect(strayRequests).toEqual([]);
  });

  test("keeps the network shut even for code that runs before the runtime takes names away", async () => {
    const probe = `
      addEventListener("message", async ({ ports: [port] }) => {
        const tried = {};
        const attempt = async (name, action) => {
          try { await action(); tried[name] = "reached"; } catch (error) { tried[name] = String(error.name); }
        };
        await attempt("fetch", () => fetch("${address}/stolen"));
        await attempt("import", () => import("${address}/stolen.js"));
        await attempt("importScripts", () => importScripts("${address}/stolen.js"));
        await attempt("XMLHttpRequest", () => { const x = new XMLHttpRequest(); x.open("GET", "${address}/stolen", false); x.send(); });
        await attempt("WebSocket", () => new Promise((ok, no) => { const s = new WebSocket("${address.replace("http", "ws")}/stolen"); s.onopen = ok; s.onerror = no; }));
        await attempt("eval", () => (0, eval)("1"));
        await attempt("indexedDB", () => new Promise((ok, no) => { const r = indexedDB.open("a"); r.onsuccess = ok; r.onerror = () => no(r.error); }));
        port.postMessage({ type: "stray", error: { kind: "error", name: "Probe", message: JSON.stringify(tried) } });
      });`;
    const told = await page.evaluate<string>(
      `new Promise((resolve) => {
        const probing = open({ worker: ${JSON.stringify(probe)} });
        probing.onStray = ({ message }) => resolve(message);
        probing.warm();
      })`,
    );
    const tried = JSON.parse(told) as Record<string, string>;
    expect(Object.keys(tried)).toHaveLength(7);
    expect(Object.entries(tried).filter(([, outcome]) => outcome === "reached")).toEqual([]);
    expect(strayRequests).toEqual([]);
  });

  test("believes no message that is not of the protocol", async () => {
    const liar = `
      addEventListener("message", ({ ports: [port] }) => {
        port.onmessage = ({ data }) => {
          if (data.type !== "run") return;
          const { run } = data;
          port.postMessage("text");
          port.postMessage({ type: "finished", run, values: [{ kind: "html", html: "<img src=x>" }], failed: false, milliseconds: 1 });
          port.postMessage({ type: "finished", run: run + 1, values: [], failed: false, milliseconds: 1 });
          port.postMessage({ type: "finished", run, values: [{ kind: "text", text: "honest", omitted: 0 }], failed: false, milliseconds: 1 });
        };
      });`;
    const result = await page.evaluate<RunResult>(
      `(() => {
        const lied = open({ worker: ${JSON.stringify(liar)} });
        const cell = { id: "c", code: "", insertions: [], owns: [], reads: [], imports: [] };
        return lied.run({ cell, logs: {} });
      })()`,
    );
    expect(result.values).toEqual([{ kind: "text", text: "honest", omitted: 0 }]);
  });

  test("runs nothing when its page is opened by itself", async () => {
    const alone = await page.context().newPage();
    await alone.goto(`${address}/sandbox.html`);
    await alone.evaluate(`(() => {
      const { port1, port2 } = new MessageChannel();
      globalThis.heard = [];
      port1.onmessage = ({ data }) => heard.push(data);
      window.postMessage({ kind: "open", worker: "" }, "*", [port2]);
    })()`);
    await alone.waitForTimeout(200);
    expect(await alone.evaluate("heard")).toEqual([]);
  });
});
