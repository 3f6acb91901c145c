/**
 * The document of the sandbox frame: nothing but its script, and a policy under which that script and `blob:` texts made
 * by it are all that can ever run, and nothing at all can be fetched. Workers inherit the policy.
 *
 * @param script the text of `frame.ts` as a classic script
 */
export async function sandboxPage(script: string): Promise<string> {
  if (/<\/script|<!--/i.test(script)) throw new Error("The sandbox's script would end its own script element.");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${sandboxPolicy(hash)}">`,
    '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">',
    "<title>Where cells run</title>",
    `<script>${script}</script>`,
    "</head><body></body></html>",
  ].join("");
}

/** What the sandbox may do; `sandbox` and `frame-ancestors` would belong here but do not work in a meta element. */
function sandboxPolicy(scriptHash: string): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}' blob:`,
    "worker-src blob:",
    // Named although `default-src` covers them: these three are the promise that a log stays on the machine.
    "connect-src 'none'",
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
