import { createSocket, type Socket } from "node:dgram";
import type { AddressInfo } from "node:net";
import type { RunResult } from "../../../src/notebook/run/Engine.ts";
import { EngineReader } from "../engines/EngineReader.ts";
import type { TestedBrowser } from "../engines/TestedBrowser.ts";
import { serveSite, type Site } from "../site.ts";

/** Runs a text as a worker of a sandbox frame of its own, made of the site's built sandbox page; gives what it sends. */
const raw = `
  globalThis.heard = [];
  for (const target of [window, new BroadcastChannel("stolen")])
    target.addEventListener("message", ({ data }) => { if (data === "stolen") heard.push(data); });
  reader.raw = (text) => new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.hidden = true;
    frame.src = "/sandbox.html";
    frame.addEventListener("load", () => {
      const [orders, talk] = [new MessageChannel(), new MessageChannel()];
      const end = (told) => { frame.remove(); resolve(told); };
      talk.port1.onmessage = ({ data }) => end(data);
      orders.port1.onmessage = ({ data }) => {
        if (data.kind === "opened") orders.port1.postMessage({ kind: "start", worker: 1 }, [talk.port2]);
        if (data.kind === "failed") end("failed " + data.message);
      };
      frame.contentWindow.postMessage({ kind: "open", worker: text }, "*", [orders.port2]);
    });
    // What the worker does not even begin to say is no way out either; what it did by then shows in its traces.
    setTimeout(() => { frame.remove(); resolve("silence"); }, 5000);
    document.body.append(frame);
  });
`;

/** What came of an attempt that should not come to anything, and what the world around the sandbox noticed of it. */
export interface Noticed {
  outcome: string;
  /** requests, packets and messages that got out, and where the page then is */
  traces: string[];
}

/** A reader of a lesson whose edits want out. The server, the page and a socket write down what arrives. */
export class HostileReader extends EngineReader {
  readonly #site: Site;
  readonly #socket: Socket;
  readonly #requests: string[];

  private constructor(browser: TestedBrowser, site: Site, socket: Socket, requests: string[]) {
    super(browser);
    this.#site = site;
    this.#socket = socket;
    this.#requests = requests;
  }

  static async start(open: () => Promise<TestedBrowser>): Promise<HostileReader> {
    const requests: string[] = [];
    const site = await serveSite(undefined, undefined, (url) => requests.push(url));
    const socket = createSocket("udp4", () => requests.push("stolen by WebRTC"));
    await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
    const reader = new HostileReader(await open(), site, socket, requests);
    await reader.openLesson();
    return reader;
  }

  async openLesson(): Promise<void> {
    await this.open(`${this.#site.url}lessons/perfmon/`);
    await this.browser.evaluate(`(() => { ${raw} })()`);
  }

  /** As a reader's edit of a cell: through the page, the compiler, and the scope from which names were taken. */
  async attemptInCell(body: string): Promise<Noticed> {
    const result = await this.runEdit(
      "problems",
      `const attempt = async (the: any) => {\n${this.#filled(body)}\n};\n(await attempt(globalThis)) ? "reached" : "nothing"`,
    );
    return this.#noticed(result.failed ? "refused" : JSON.stringify(result.values));
  }

  /** As the whole text of a worker, with all that the browser itself allows in the sandbox. */
  async attemptRaw(body: string): Promise<Noticed> {
    const worker = `addEventListener("message", ({ ports: [port] }) => {
      const attempt = async (the) => { ${this.#filled(body)} };
      setTimeout(() => port.postMessage("silence"), 2000);
      attempt(self).then((got) => port.postMessage(got ? "reached" : "nothing"), () => port.postMessage("refused"));
    })`;
    return this.#noticed(await this.browser.evaluate<string>(`reader.raw(${JSON.stringify(worker)})`));
  }

  /**
   * Runs an edit, then another cell, and has the page itself report both to the server: Playwright takes a page for dead
   * when the process of a frame in it is.
   */
  async reportOf(id: string, text: string, other: string): Promise<{ edited: RunResult; other: RunResult }> {
    const [cell, edit, next] = [id, text, other].map((each) => JSON.stringify(each));
    // Where the time limit comes first, the next run finds the dying frame, says so, and asks to be run again.
    await this.browser.evaluate(`(() => { const again = async () => {
        const result = await reader.run(${next});
        return JSON.stringify(result.values).includes("Run again") ? reader.run(${next}) : result;
      };
      void reader.edit(${cell}, ${edit})
      .then(async () => ({ edited: await reader.run(${cell}), other: await again() }))
      .then((report) => fetch("/reported/" + encodeURIComponent(JSON.stringify(report)))); })()`);
    for (const began = Date.now(); ;) {
      if (Date.now() - began > 100_000)
        throw new Error("The page reported nothing: it died with its sandbox, or hangs.");
      const report = this.#requests.find((url) => url.startsWith("/reported/"));
      if (report) {
        const json = decodeURIComponent(report.slice("/reported/".length));
        return JSON.parse(json) as { edited: RunResult; other: RunResult };
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Forgets what was noticed so far. */
  async forget(): Promise<void> {
    this.#requests.length = 0;
    await this.openLesson();
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.#socket.close();
    await this.#site.close();
  }

  #filled(body: string): string {
    const address = `${this.#site.url}stolen`;
    const { port } = this.#socket.address() as AddressInfo;
    return body
      .replaceAll("ADDRESS", address)
      .replaceAll("WS", address.replace("http", "ws"))
      .replaceAll("STUN", `stun:127.0.0.1:${port}`);
  }

  async #noticed(outcome: string): Promise<Noticed> {
    const [heard, cookie, stored, address] = await this.browser.evaluate<[string[], string, number, string]>(
      `[heard, document.cookie, localStorage.getItem("stolen") ?? "", location.pathname]`,
    );
    const traces = [
      ...this.#requests.filter((url) => url.includes("stolen")),
      ...heard.map((message) => `message ${message}`),
      ...(cookie ? [`cookie ${cookie}`] : []),
      ...(stored ? [`stored ${stored}`] : []),
      ...(address === "/lessons/perfmon/" ? [] : [`the page went to ${address}`]),
    ];
    return { outcome, traces };
  }
}
