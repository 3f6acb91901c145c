import { expect, test } from "vitest";
import { stylesLoadedWithModules, withoutStyles } from "../../../src/layouts/lazyStyles.ts";

const script =
  'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["_astro/openMonaco.js","_astro/openMonaco.css"])))=>i.map(i=>d[i]);';

test("the styles that a module brings with it are found in the list that Vite writes", () => {
  expect(stylesLoadedWithModules(script)).toEqual(["_astro/openMonaco.css"]);
  expect(stylesLoadedWithModules("const a = 1;")).toEqual([]);
});

test("a page loses the links to them and keeps all others, under any base", () => {
  const own =
    '<link rel="stylesheet" href="/lab/_astro/page.css"><link rel="stylesheet" href="/_astro/print.css" media="print">';
  const lazy = '<link rel="stylesheet" href="/lab/_astro/openMonaco.css">';
  expect(withoutStyles(`<head>${lazy}${own}</head>`, new Set(["_astro/openMonaco.css"]))).toBe(`<head>${own}</head>`);
});
