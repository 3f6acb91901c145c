import { docsSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

/** What a lesson's front matter says beyond Starlight's own fields. */
const lesson = z
  .object({
    /** its place in the series, `Part 1` … `Part 7`, or `Companion` */
    part: z.string(),
    /** the name of the tool, as the path of questions prints it */
    tool: z.string(),
    /** the question that it answers */
    question: z.string(),
    /** what the reader brings, and what the reader takes away */
    input: z.string(),
    output: z.string(),
    /** false while the page only says what it will answer */
    written: z.boolean().default(true),
    /** the post of the NTDebugging blog that it builds on */
    original: z.object({ title: z.string(), url: z.url(), date: z.string() }),
    /** what the support-reply form of "Copy link" asks for: ids of commands, and what to send back */
    reply: z.object({ commands: z.array(z.string()), sendBack: z.string() }).optional(),
  })
  .optional();

/** The logs that the cells of a page read. */
const evidence = z
  .object({
    /** the simulated machine, a folder of `datasets/` */
    machine: z.string(),
    /** the files of that machine, by the names that cells pass to `log(…)` */
    logs: z.array(z.string()),
    /** the machine that exercises are checked on, so that an answer cannot be copied off the page */
    exerciseMachine: z.string().optional(),
  })
  .optional();

export const collections = {
  docs: defineCollection({
    loader: glob({ base: "./content", pattern: "**/*.{md,mdx}" }),
    schema: docsSchema({ extend: z.object({ lesson, evidence }) }),
  }),
};
