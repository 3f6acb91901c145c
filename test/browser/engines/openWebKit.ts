import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { findWebKit, type WebKitPrograms } from "../../../src/cli/otherBrowsers.ts";
import { asJson, type TestedBrowser } from "./TestedBrowser.ts";

type Call = <Result>(method: string, path: string, body?: unknown) => Promise<Result>;

/** Drives WebKitGTK's small browser by W3C WebDriver, which is plain HTTP: five calls are all that the tests need. */
export async function openWebKit(): Promise<TestedBrowser> {
  const programs = findWebKit();
  if (!programs) throw new Error("WebKitGTK with its driver is not installed.");
  const screen = spawn(programs.screen, ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const display = await new Promise<string>((resolve, reject) => {
    screen.stdio[3]!.once("data", (text) => resolve(`:${String(text).trim()}`));
    screen.once("exit", () => reject(new Error("Xvfb did not start.")));
  });
  const port = await freePort();
  const driver = spawn(programs.driver, [`--port=${port}`], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: display },
  });
  try {
    const call: Call = (method, path, body) => callDriver(`http://127.0.0.1:${port}${path}`, method, body);
    const session = await startSession(call, programs);
    return browserOf(call, session, [driver, screen]);
  } catch (error) {
    driver.kill();
    screen.kill();
    throw error;
  }
}

function browserOf(call: Call, session: string, programs: ChildProcess[]): TestedBrowser {
  return {
    open: (url) => call("POST", `${session}/url`, { url }),
    async evaluate<Result>(expression: string) {
      const script = `const done = arguments[0]; ${asJson(expression)}.then((json) => done({ json }), (error) => done({ error: String(error) }))`;
      const answer = await call<{ json: string } | { error: string }>("POST", `${session}/execute/async`, {
        script,
        args: [],
      });
      if ("error" in answer) throw new Error(answer.error);
      return JSON.parse(answer.json) as Result;
    },
    async type(text) {
      const keys = [...text].flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value })));
      await call("POST", `${session}/actions`, { actions: [{ type: "key", id: "keyboard", actions: keys }] });
    },
    async close() {
      await call("DELETE", session).catch(() => undefined);
      for (const program of programs) program.kill();
    },
  };
}

async function startSession(call: Call, { browser }: WebKitPrograms): Promise<string> {
  const options = { binary: browser, args: ["--automation"] };
  const capabilities = {
    alwaysMatch: { "webkitgtk:browserOptions": options, timeouts: { script: 120_000, pageLoad: 60_000 } },
  };
  for (let tries = 1; ; tries++) {
    try {
      return `/session/${(await call<{ sessionId: string }>("POST", "/session", { capabilities })).sessionId}`;
    } catch (error) {
      // The driver takes a moment to listen.
      if (tries === 50) throw error;
      await wait(100);
    }
  }
}

async function callDriver<Result>(address: string, method: string, body?: unknown): Promise<Result> {
  const answer = await fetch(address, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: Result & { message?: string } };
  if (!answer.ok) throw new Error(`WebKitWebDriver: ${value.message}`);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
