import type { APIRoute, GetStaticPaths } from "astro";
import { buildChecks } from "../../components/exercise/buildChecks.ts";
import { lessonPages, loadLesson } from "../../components/lesson/loadLesson.ts";

/** What the browser needs to check the exercises of a page, fetched on the first sign that somebody wants to. */
export const getStaticPaths = (async () => {
  const lessons = await Promise.all((await lessonPages()).map(loadLesson));
  return lessons.filter(({ exercises }) => exercises.length > 0).map(({ page }) => ({ params: { page } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const checks = await buildChecks(await loadLesson(params["page"]!));
  return new Response(JSON.stringify(checks), { headers: { "Content-Type": "application/json" } });
};
