import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/**
 * Writes a strict Content-Security-Policy into every built page. A meta element rather than a header, since any static
 * host must do. Astro's own `security.csp` misses inline scripts of the shell (tried: five refused per page), so the
 * hashes are taken from the finished HTML, where none can be missed.
 */
export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: "content-security-policy",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const pages = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".html"));
        for (const page of pages) {
          const file = join(folder, page);
          const html = await readFile(file, "utf8");
          // The sandbox brings a stricter policy of its own; a second one would only add to it.
          if (html.includes('http-equiv="Content-Security-Policy"')) continue;
          await writeFile(file, withPolicy(html));
        }
        logger.info(`wrote a policy into ${pages.length} pages`);
      },
    },
  };
}

/** The page with its policy as the first thing in the head, before any script it governs. */
function withPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`;
  return html.replace(/<head>|<head\s[^>]*>/, (head) => head + meta);
}

/** The policy of one page: its own inline scripts by hash, everything else from its own origin only. */
export function policyOf(html: string): string {
  const hashes = new Set<string>();
  for (const [, attributes, text] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    const isExternal = /\ssrc=/.test(attributes!);
    const isData = /type="(?:application\/(?:ld\+)?json|speculationrules)"/.test(attributes!);
    if (!isExternal && !isData) hashes.add(`'sha256-${createHash("sha256").update(text!).digest("base64")}'`);
  }
  return [
    "default-src 'none'",
    // Pagefind's index is WebAssembly; nothing else needs it.
    `script-src 'self' 'wasm-unsafe-eval' ${[...hashes].join(" ")}`.trim(),
    // Shell, highlighter and editor set style attributes and elements; styles cannot run code.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    // Only the page's own host: a log cannot be sent anywhere else, whatever goes wrong.
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
