import { ProgressStore } from "./ProgressStore.ts";

/** What was done in this browser; what another tab adds is told to whoever listens. */
export const progressHere = new ProgressStore(storage(), import.meta.env.BASE_URL);

addEventListener("storage", ({ key }) => {
  if (progressHere.isKey(key)) progressHere.tell();
});

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
