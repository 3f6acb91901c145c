import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { policyOf } from "../../../../src/layouts/contentSecurityPolicy.ts";
import { timeFor } from "../../../../src/notebook/run/browser/createBrowserEngine.ts";
import { isFrameNotice, isFrameOpening, isFrameOrder } from "../../../../src/notebook/run/browser/FrameMessages.ts";
import { sandboxPage } from "../../../../src/notebook/run/browser/sandboxPage.ts";

describe("the sandbox page", () => {
  test("allows its own script by hash, texts from blob:, and nothing else", async () => {
    const script = 'addEventListener("message", () => "ä");';
    const html = await sandboxPage(script);
    const policy = /content="([^"]*)"/.exec(html)![1]!;
    const hash = createHash("sha256").update(script).digest("base64");
    expect(policy.split("; ")).toContain(`script-src 'sha256-${hash}' blob:`);
    expect(policy.split("; ")).toContain("connect-src 'none'");
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/unsafe|\*|https?:|'self'|data:/);
  });

  test("states its policy before its script", async () => {
    const html = await sandboxPage("1;");
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<script>"));
  });

  test("is left alone by the step that writes the site's policy", async () => {
    expect(await sandboxPage("1;")).toContain('http-equiv="Content-Security-Policy"');
  });

  test.each(["'</script>'", "'</SCRIPT '", "'<!--'"])("refuses a script that holds %s", async (text) => {
    await expect(sandboxPage(text)).rejects.toThrow("script element");
  });

  test("runs in a frame of its own origin that the site's policy allows", () => {
    expect(policyOf("")).toContain("frame-src 'self'");
  });
});

describe("the time a run may take", () => {
  const cell = { id: "a", code: "", insertions: [], owns: [], reads: [], imports: [] };

  test("is ten seconds, whatever small logs the cell reads", () => {
    expect(timeFor({ cell, logs: {} })).toBe(10_000);
    expect(timeFor({ cell, logs: { "a.csv": new Blob(["x"]) } })).toBe(10_000);
  });

  test("grows with the logs that it reads, in whole seconds", () => {
    const large = { size: 1_000_000_000 } as Blob;
    expect(timeFor({ cell, logs: { "a.csv": large } })).toBe(60_000);
  });
});

describe("messages between page and frame", () => {
  const odd = [undefined, null, 0, "open", [], {}, { kind: "other" }, { kind: "open" }, { kind: "open", worker: 1 }];

  test.each(odd)("%j is not one of them", (data) => {
    expect(isFrameOpening(data)).toBe(false);
    expect(isFrameOrder(data)).toBe(false);
    expect(isFrameNotice(data)).toBe(false);
  });

  test("are known by their shape", () => {
    expect(isFrameOpening({ kind: "open", worker: "1;" })).toBe(true);
    expect(isFrameOrder({ kind: "start", worker: 1 })).toBe(true);
    expect(isFrameOrder({ kind: "stop", worker: 1 })).toBe(true);
    expect(isFrameOrder({ kind: "ping" })).toBe(true);
    expect(isFrameOrder({ kind: "stop", worker: "1" })).toBe(false);
    expect(isFrameNotice({ kind: "pong" })).toBe(true);
    expect(isFrameNotice({ kind: "opened" })).toBe(true);
    expect(isFrameNotice({ kind: "failed", worker: 1, message: "no" })).toBe(true);
    expect(isFrameNotice({ kind: "failed", worker: 1 })).toBe(false);
    expect(isFrameNotice({ kind: "failed", worker: 1.5, message: "no" })).toBe(false);
  });
});
