/** The page may stand under another host than it was built for: the link is to where the reader is. */
export function withHost(text: string): string {
  const built = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  return built ? text.replaceAll(new URL(built).origin, location.origin) : text;
}

/** A text with a query behind each mention of an address, before what may follow it as `#section`. */
export function withQuery(text: string, address: string, query: string): string {
  return query === "" ? text : text.replaceAll(address, () => `${address}?${query}`);
}
