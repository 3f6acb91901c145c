import { expect, test } from "vitest";
import { shareTexts } from "../../../src/components/share/shareTexts.ts";

const url = "https://lab.example/lessons/perfmon/";

test("the plain form is the bare address, and the Markdown form escapes brackets of the title", () => {
  const { plain, markdown, reply } = shareTexts({ title: "What [is] pool?", url });
  expect(plain).toBe(url);
  expect(markdown).toBe(`[What \\[is\\] pool?](${url})`);
  expect(reply).toBeUndefined();
});

test("a support reply holds the link, the commands to run and what to send back", () => {
  const { reply } = shareTexts({
    title: "Is it a leak?",
    url,
    reply: { commands: ["logman-start", "relog"], sendBack: "Pool.csv" },
  });
  expect(reply).toContain(url);
  expect(reply).toContain("    logman start PoolLog\n    relog ");
  expect(reply).toMatch(/Then send back Pool\.csv\.$/);
});

test("a reply that names a command without a source is refused", () => {
  expect(() => shareTexts({ title: "t", url, reply: { commands: ["format-c"], sendBack: "nothing" } })).toThrow(
    "format-c",
  );
});
