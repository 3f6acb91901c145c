import mdx from "@astrojs/mdx";
import { satteri } from "@astrojs/markdown-satteri";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { baseLinks } from "./src/components/lesson/baseLinks.ts";
import { cellFences } from "./src/components/lesson/cellFences.ts";
import { contentSecurityPolicy } from "./src/layouts/contentSecurityPolicy.ts";
import { lazyStyles } from "./src/layouts/lazyStyles.ts";
import { codeTheme } from "./src/styles/codeTheme.ts";

// The site runs under any host and sub-path; canonical links need the host that it is published on.
const site = process.env.SITE ?? "http://localhost:4321";
const base = process.env.BASE ?? "/";

export default defineConfig({
  site,
  base,
  trailingSlash: "always",
  markdown: {
    processor: satteri({ mdastPlugins: [cellFences, baseLinks] }),
    shikiConfig: { theme: codeTheme },
  },
  integrations: [
    starlight({
      title: "Pool Leak Lab",
      description:
        "Find the driver that leaks Windows kernel pool memory. Lessons that run, on your own logs if you like.",
      // Cells are highlighted by the same Shiki theme that colours the editor; a second highlighter would be dead weight.
      expressiveCode: false,
      credits: false,
      tableOfContents: false,
      markdown: { processedDirs: ["./content"] },
      customCss: [
        "./src/styles/fonts.css",
        "./src/styles/tokens.css",
        "./src/styles/site.css",
        "./src/styles/cells.css",
        "./src/styles/exercise.css",
        "./src/styles/edits.css",
        "./src/styles/log.css",
        "./src/styles/command.css",
        "./src/styles/questions.css",
        "./src/styles/glossary.css",
        "./src/styles/home.css",
        "./src/styles/verdict.css",
        "./src/notebook/view/values.css",
      ],
      components: {
        Footer: "./src/components/shell/Footer.astro",
        Head: "./src/components/shell/Head.astro",
        Header: "./src/components/shell/Header.astro",
        PageTitle: "./src/components/shell/PageTitle.astro",
        Sidebar: "./src/components/shell/Sidebar.astro",
      },
    }),
    mdx(),
    lazyStyles(),
    contentSecurityPolicy(),
  ],
});
