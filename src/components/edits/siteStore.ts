import { browserStore } from "./EditStore.ts";

/** Where this site keeps the edits of its readers. */
export const siteStore = browserStore(import.meta.env.BASE_URL);
