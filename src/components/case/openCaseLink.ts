/** A link to a lesson with `?case=`: the logs of that case are made here and put in the place of the lesson's. */
const seed = Number(/^\d{1,6}$/.exec(new URLSearchParams(location.search).get("case") ?? "")?.[0]);
if (seed > 0 && document.querySelector("lab-own-log"))
  void import("./openCase.ts").then(({ openCase }) => openCase(seed));
