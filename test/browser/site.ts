import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const contentTypes: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** The built site on a port of its own. */
export interface Site {
  /** with the base and a slash at the end: `http://localhost:41234/` */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves `dist/` the way any static host does: files as they are, folders by their `index.html`, `404.html` for what is not there, no special
 * headers.
 *
 * @param base the sub-path that the site was built for
 * @param onRequest told of every address that is asked for, as a path
 */
export async function serveSite(
  folder = process.env["SITE_FOLDER"] ?? "dist",
  base = process.env["BASE"] ?? "/",
  onRequest: (url: string) => void = () => undefined,
): Promise<Site> {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(
      `There is no built site in ${folder}/: run \`npm run build\` first (\`npm test\` does so by itself).`,
    );
  }
  const prefix = base.replace(/\/$/, "");
  const server = createServer((request, response) => {
    onRequest(request.url ?? "");
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    let file = normalize(join(folder, decodeURIComponent(pathname.slice(prefix.length))));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!pathname.startsWith(prefix) || !file.startsWith(normalize(folder)) || !existsSync(file)) {
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
      createReadStream(join(folder, "404.html")).pipe(response);
      return;
    }
    response.writeHead(200, {
      "Content-Type": contentTypes[extname(file)] ?? "application/octet-stream",
      // Their names change with what is in them.
      ...(pathname.includes("/_astro/") ? { "Cache-Control": "max-age=31536000, immutable" } : {}),
    });
    createReadStream(file).pipe(response);
  });
  server.on("upgrade", (request, socket) => {
    onRequest(request.url ?? "");
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${prefix}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
