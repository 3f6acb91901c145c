import { browserStorage } from "../progress/browserStorage.ts";
import { KeptAnswers } from "./KeptAnswers.ts";

/** The answers that were typed or chosen in this browser. */
export const answersHere = new KeptAnswers(browserStorage(), import.meta.env.BASE_URL);

addEventListener("storage", ({ key }) => answersHere.changed(key));
