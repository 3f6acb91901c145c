import { describe, expect, test } from "vitest";
import type { RunResult } from "../../src/notebook/run/Engine.ts";
import { useSandbox } from "./SandboxHarness.ts";

const sandbox = useSandbox();

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
    const body = attempt.replaceAll("ADDRESS", sandbox.address).replaceAll("WS", sandbox.address.replace("http", "ws"));
    const result = await sandbox.runRaw(`${body}; return { value: "reached", names: {} };`);
    expect(result.failed).toBe(true);
    expect(sandbox.strayRequests).toEqual([]);
  });

  test("keeps the network shut even for code that runs before the runtime takes names away", async () => {
    const probe = `
      addEventListener("message", async ({ ports: [port] }) => {
        const tried = {};
        const attempt = async (name, action) => {
          try { await action(); tried[name] = "reached"; } catch (error) { tried[name] = String(error.name); }
        };
        await attempt("fetch", () => fetch("${sandbox.address}/stolen"));
        await attempt("import", () => import("${sandbox.address}/stolen.js"));
        await attempt("importScripts", () => importScripts("${sandbox.address}/stolen.js"));
        await attempt("XMLHttpRequest", () => { const x = new XMLHttpRequest(); x.open("GET", "${sandbox.address}/stolen", false); x.send(); });
        await attempt("WebSocket", () => new Promise((ok, no) => { const s = new WebSocket("${sandbox.address.replace("http", "ws")}/stolen"); s.onopen = ok; s.onerror = no; }));
        await attempt("eval", () => (0, eval)("1"));
        await attempt("indexedDB", () => new Promise((ok, no) => { const r = indexedDB.open("a"); r.onsuccess = ok; r.onerror = () => no(r.error); }));
        port.postMessage({ type: "stray", error: { kind: "error", name: "Probe", message: JSON.stringify(tried) } });
      });`;
    const told = await sandbox.page.evaluate<string>(
      `new Promise((resolve) => {
        const probing = open({ worker: ${JSON.stringify(probe)} });
        probing.onStray = ({ message }) => resolve(message);
        probing.warm();
      })`,
    );
    const tried = JSON.parse(told) as Record<string, string>;
    expect(Object.keys(tried)).toHaveLength(7);
    expect(Object.entries(tried).filter(([, outcome]) => outcome === "reached")).toEqual([]);
    expect(sandbox.strayRequests).toEqual([]);
  });

  test("believes no message that is not of the protocol", async () => {
    const liar = `
      addEventListener("message", ({ ports: [port] }) => {
        port.onmessage = ({ data }) => {
          if (data.type !== "run") return;
          const { run } = data;
          port.postMessage("text");
          port.postMessage({ type: "finished", run, values: [{ kind: "html", html: "<img src=x>" }], inputs: [], failed: false, milliseconds: 1 });
          port.postMessage({ type: "finished", run: run + 1, values: [], inputs: [], failed: false, milliseconds: 1 });
          port.postMessage({ type: "finished", run, values: [{ kind: "text", text: "honest", omitted: 0 }], inputs: [], failed: false, milliseconds: 1 });
        };
      });`;
    const result = await sandbox.page.evaluate<RunResult>(
      `(() => {
        const lied = open({ worker: ${JSON.stringify(liar)} });
        const cell = { id: "c", code: "", insertions: [], owns: [], reads: [], imports: [] };
        return lied.run({ cell, logs: {} });
      })()`,
    );
    expect(result.values).toEqual([{ kind: "text", text: "honest", omitted: 0 }]);
  });

  test("runs nothing when its page is opened by itself", async () => {
    const alone = await sandbox.page.context().newPage();
    await alone.goto(`${sandbox.address}/sandbox.html`);
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
