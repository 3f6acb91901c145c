import { getCollection, type CollectionEntry } from "astro:content";

/** A step of the series: a lesson or a companion note, with its address under the site's base. */
export interface SeriesStep {
  id: string;
  href: string;
  part: string;
  tool: string;
  question: string;
  input: string;
  output: string;
  isWritten: boolean;
}

type LessonEntry = CollectionEntry<"docs"> & {
  data: { lesson: NonNullable<CollectionEntry<"docs">["data"]["lesson"]> };
};

const hasLesson = (entry: CollectionEntry<"docs">): entry is LessonEntry => entry.data.lesson !== undefined;

/** An address of the site, `/lessons/perfmon/`, under whatever sub-path it is served from. */
export function addressOf(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, "") + path;
}

/** The nine steps in reading order: the path of questions. */
export async function seriesPath(): Promise<SeriesStep[]> {
  const entries = (await getCollection("docs")).filter(hasLesson);
  return entries
    .toSorted((a, b) => a.data.sidebar.order! - b.data.sidebar.order!)
    .map(({ id, data: { lesson } }) => ({
      id,
      href: addressOf(`/${id}/`),
      part: lesson.part,
      tool: lesson.tool,
      question: lesson.question,
      input: lesson.input,
      output: lesson.output,
      isWritten: lesson.written,
    }));
}
