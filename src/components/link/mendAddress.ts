/**
 * Mail filters write `#` as `%23` and `?` as `%3F`, sometimes twice over, and then ask the host for a page that it does not have. The
 * path that was meant: `/lessons/perfmon/%23cell-growth` is `/lessons/perfmon/#cell-growth`; undefined where nothing was mangled.
 */
export function mendAddress(path: string): string | undefined {
  const mended = path.replace(/\/*%(?:25)*3f/i, "/?").replace(/%(?:25)*23/i, "#");
  if (mended === path) return undefined;
  // Without its slash the page would be asked for twice.
  return mended.includes("?") ? mended : mended.replace(/\/*#/, "/#");
}
