// Most addresses name nothing: what reads, checks and fills in is fetched only for one that does.
if (document.documentElement.dataset["linked"] !== undefined) {
  import("./showLinked.ts").then(
    ({ showLinked }) => showLinked(),
    () => {
      const place = document.querySelector(".linked-said");
      if (place)
        place.textContent =
          "The link’s tag or driver could not be put in: what does so could not be fetched. Load the page again once the connection is back.";
    },
  );
}
