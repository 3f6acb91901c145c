import type { APIRoute } from "astro";
import { libraryTypes } from "../../components/editor/library/libraryTypes.ts";

/** The declaration files that the editor's types come from; its worker fetches them when somebody edits. */
export const GET: APIRoute = async () => {
  const text = JSON.stringify(await libraryTypes());
  return new Response(text, { headers: { "Content-Type": "application/json" } });
};
