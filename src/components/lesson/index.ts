/** What a page of `content/` may use without importing it: `cellFences` puts the import in front of every page. */
export { default as Cell } from "../cell/Cell.astro";
export { default as Command } from "../command/Command.astro";
export { default as Commands } from "../command/Commands.astro";
export { default as CourseProgress } from "../progress/CourseProgress.astro";
export { default as Exercise } from "../exercise/Exercise.astro";
export { default as GlossaryFilter } from "../glossary/GlossaryFilter.astro";
export { default as Hint } from "../exercise/Hint.astro";
export { default as Log } from "../log/Log.astro";
export { default as Original } from "./Original.astro";
export { default as Path } from "./Path.astro";
export { default as Questions } from "../questions/Questions.astro";
export { default as SolvedCount } from "../exercise/SolvedCount.astro";
export { default as Solution } from "../exercise/Solution.astro";
export { default as TagTable } from "../tags/TagTable.astro";
export { default as Term } from "../glossary/Term.astro";
