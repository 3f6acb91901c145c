import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/**
 * Takes out of every built page the style sheets of code that is only fetched when somebody edits. Astro links the styles
 * of dynamically imported modules on each page whose scripts could lead there; Vite loads them by itself with the module.
 */
export function lazyStyles(): AstroIntegration {
  return {
    name: "lazy-styles",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const files = await readdir(folder, { recursive: true });
        const scripts = files.filter((file) => /_astro[\\/][^\\/]+\.js$/.test(file));
        const texts = await Promise.all(scripts.map((file) => readFile(join(folder, file), "utf8")));
        const lazy = new Set(texts.flatMap(stylesLoadedWithModules));
        for (const page of files.filter((file) => file.endsWith(".html"))) {
          const html = await readFile(join(folder, page), "utf8");
          const without = withoutStyles(html, lazy);
          if (without !== html) await writeFile(join(folder, page), without);
        }
        logger.info(`left ${lazy.size} style sheets to the modules that need them`);
      },
    },
  };
}

/** The style sheets that a script's dynamic imports bring with them, from the list that Vite writes into it. */
export function stylesLoadedWithModules(script: string): string[] {
  const lists = [...script.matchAll(/__vite__mapDeps,\w+=\(\w+\.f\|\|\(\w+\.f=(\[[^\]]*\])\)\)/g)];
  return lists.flatMap(([, list]) => JSON.parse(list!) as string[]).filter((file) => file.endsWith(".css"));
}

/** The page without its links to these style sheets, named as they stand below the site's base. */
export function withoutStyles(html: string, sheets: ReadonlySet<string>): string {
  return html.replace(/<link rel="stylesheet" href="([^"]+)"[^>]*>/g, (link, address: string) =>
    [...sheets].some((sheet) => address.endsWith(`/${sheet}`)) ? "" : link,
  );
}
