import { KeptCase } from "./KeptCase.ts";

/** Where cookies and site data are blocked the very name `localStorage` throws. */
function storageHere(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** What this browser keeps of cases. */
export const keptHere = new KeptCase(storageHere(), import.meta.env.BASE_URL);
