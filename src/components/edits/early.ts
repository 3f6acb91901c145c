import { browserStore } from "./EditStore.ts";
import { restoreEdits } from "./restoreEdits.ts";

// The one script of a page that runs before its first paint; the site's base stands on its element.
restoreEdits(browserStore(document.currentScript?.dataset["base"] ?? "/"));
