import type { APIRoute, GetStaticPaths } from "astro";
import type { LessonProgram } from "../../components/cell/LessonProgram.ts";
import { logPlaces } from "../../components/cell/logPlaces.ts";
import { lessonPages, loadLesson } from "../../components/lesson/loadLesson.ts";

/** What the browser needs to run the cells of a page, fetched on the first sign that somebody wants to. */
export const getStaticPaths = (async () => {
  const lessons = await Promise.all((await lessonPages()).map(loadLesson));
  return lessons.filter(({ program }) => program.cells.length > 0).map(({ page }) => ({ params: { page } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { page, program, logs } = await loadLesson(params["page"]!);
  const places = await logPlaces(page);
  const answer: LessonProgram = {
    page,
    program,
    logs: logs.map(({ name, path, bytes }) => ({
      name,
      path,
      bytes,
      ...(places[name] ? { place: places[name] } : {}),
    })),
  };
  return new Response(JSON.stringify(answer), { headers: { "Content-Type": "application/json" } });
};
