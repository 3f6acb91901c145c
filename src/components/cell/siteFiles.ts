const base = import.meta.env.BASE_URL.replace(/\/$/, "");

/** An address of the site, `/lessons/perfmon/`, under whatever sub-path it is served from. */
export function siteAddress(path: string): string {
  return base + path;
}

/** Fetches a file of the site; a failed fetch is an error in words. */
export async function fetchFile(path: string): Promise<Response> {
  const response = await fetch(siteAddress(path));
  if (!response.ok)
    throw new Error(`The site has no ${path} (${response.status}): load the page again, it may have been renewed.`);
  return response;
}
