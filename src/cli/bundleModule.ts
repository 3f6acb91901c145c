import { resolve } from "node:path";
import { build, type Rolldown } from "vite";

export interface BundleOptions {
  /** `esm` keeps the entry's exports; `iife` is one script that declares `name` with them */
  format: "esm" | "iife";
  /** the name an `iife` declares its exports under */
  name?: string;
  minify?: boolean;
}

const bundled = new Map<string, Promise<string>>();

/**
 * Bundles a module with all it imports into one self-contained text, as a worker that has no import map and no network
 * needs it. Made once per process for the same entry and options.
 *
 * @param entryPath the entry's file, relative to the working directory
 */
export function bundleModule(entryPath: string, options: BundleOptions): Promise<string> {
  const key = JSON.stringify([resolve(entryPath), options.format, options.name, options.minify]);
  let text = bundled.get(key);
  if (!text) bundled.set(key, (text = bundle(entryPath, options)));
  return text;
}

async function bundle(entryPath: string, { format, name = "bundle", minify = false }: BundleOptions): Promise<string> {
  const result = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: "error",
    build: {
      write: false,
      minify,
      target: "es2023",
      modulePreload: false,
      lib: { entry: resolve(entryPath), formats: [format === "esm" ? "es" : "iife"], name, fileName: "bundle" },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  const [first, ...others] = outputs.flatMap(({ output }) => output);
  if (first?.type !== "chunk" || others.length > 0) {
    throw new Error(`${entryPath} does not bundle into one file: does it import something only when it runs?`);
  }
  const [missing] = first.imports;
  if (missing !== undefined) throw new Error(`${entryPath} cannot be bundled: “${missing}” was not found.`);
  return first.code;
}
