import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";

/** The built site on disk. `npm test` builds it first; run alone, these tests need `npm run build` before. */
export const folder = process.env["SITE_FOLDER"] ?? "dist";

/** A built page with its address, `/lessons/perfmon/`. */
export interface BuiltPage {
  address: string;
  file: string;
  html: string;
  document: Document;
}

/** Every page that a reader can come to; the sandbox is a page of its own kind, nobody reads it. */
export function builtPages(): BuiltPage[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html") && !file.startsWith("sandbox"))
    .map((file) => {
      const html = readFileSync(join(folder, file), "utf8");
      return {
        address: `/${file.replace(/(^|\/)index\.html$/, "$1")}`,
        file,
        html,
        document: parseHTML(html).document as unknown as Document,
      };
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** Whether an address of the site is a file of the build; a folder's address stands for its index.html. */
export function isServed(address: string): boolean {
  const path = decodeURIComponent(address.replace(/[?#].*$/, ""));
  return existsSync(join(folder, path.endsWith("/") ? `${path}index.html` : path));
}
