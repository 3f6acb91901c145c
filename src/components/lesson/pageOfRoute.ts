/** The content id of the page that a component stands on: `lessons/perfmon`; the home page is `index`. */
export function pageOfRoute(locals: App.Locals): string {
  return locals.starlightRoute.entry.id || "index";
}
