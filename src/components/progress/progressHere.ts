import { browserStorage } from "./browserStorage.ts";
import { ProgressStore } from "./ProgressStore.ts";

/** What was done in this browser; what another tab adds is told to whoever listens. */
export const progressHere = new ProgressStore(browserStorage(), import.meta.env.BASE_URL);

addEventListener("storage", ({ key }) => {
  if (progressHere.isKey(key)) progressHere.tell();
});
