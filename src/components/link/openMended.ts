import { mendAddress } from "./mendAddress.ts";

// Hosts show this page for every address that they do not know, a mangled one too.
const meant = mendAddress(location.pathname);
if (meant !== undefined) {
  // Behind the origin even `//elsewhere` is a path of this host.
  const url = new URL(location.origin + meant);
  if (url.search === "") url.search = location.search;
  location.replace(url);
}
