/** What `tsc` cannot see by itself. `astro check` knows the real props of every component. */
declare module "*.astro" {
  const component: import("astro/runtime/server/index.js").AstroComponentFactory;
  export default component;
}

declare module "subset-font" {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: "woff2"; variationAxes?: Record<string, { min: number; max: number; default: number }> },
  ): Promise<Uint8Array>;
}
