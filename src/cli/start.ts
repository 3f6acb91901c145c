/** `npm start`: builds the site if a source is newer than the build, serves it, prints the address, opens nothing. */
import { preview } from "astro";
import { buildSite } from "./buildSite.ts";

buildSite();
const port = Number(process.env["PORT"] ?? 4321);
const server = await preview({ root: ".", logLevel: "error", server: { port } });
const base = process.env["BASE"] ?? "/";
console.log(`\nPool Leak Lab is at http://localhost:${server.port}${base}\nStop it with Ctrl+C.`);
