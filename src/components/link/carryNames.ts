import { siteAddress } from "../cell/siteFiles.ts";

/** The names under which a link carries the customer's. */
const parameters = ["tag", "driver"];

/**
 * Lets every link to a page of the site carry the query on. Links come and go with results and with the search, so each is
 * looked at when the pointer or the focus comes to it, which is before it can be followed, copied or opened in a new tab.
 */
export function carryNames(query: string): void {
  if (query === "") return;
  for (const type of ["pointerover", "focusin", "click"]) {
    document.addEventListener(
      type,
      ({ target }) => {
        const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
        if (link) carry(link, query);
      },
      true,
    );
  }
}

function carry(link: HTMLAnchorElement, query: string): void {
  // A place on this page keeps the page's address, and a file needs no names.
  if (link.getAttribute("href")!.startsWith("#") || link.hasAttribute("download")) return;
  const carried = addressWithNames(link.href, query, new URL(siteAddress("/"), location.origin).href);
  if (carried !== undefined) link.href = carried;
}

/**
 * An address with the names in its query, beside what is there already.
 *
 * @param site the address of the site's front page
 * @returns undefined for what is no page of the site, and where nothing changes
 */
export function addressWithNames(address: string, query: string, site: string): string | undefined {
  const url = new URL(address);
  if (!(url.origin + url.pathname).startsWith(site) || !url.pathname.endsWith("/")) return undefined;
  const others = url.search
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !parameters.includes(part.replace(/=.*$/s, "")));
  url.search = [...others, query].join("&");
  return url.href === address ? undefined : url.href;
}
