import "./editor.css";
import type { Editor, EditorOptions } from "./Editor.ts";
import { openTextEditor } from "./openTextEditor.ts";

/** Said below the plain box that stands in for the editor. */
const notLoaded =
  "The code editor could not be loaded, so this is a plain text box: no colours, no type errors. Running works as always. " +
  "Leave and open it again once the connection is back.";

let monaco: Promise<typeof import("./openMonaco.ts")> | undefined;

/** One load for the page; a failed one is tried again, since Wi-Fi comes back. */
function loadMonaco(): Promise<typeof import("./openMonaco.ts")> {
  monaco ??= import("./openMonaco.ts").catch((error: unknown) => {
    monaco = undefined;
    throw error;
  });
  return monaco;
}

/**
 * Opens the editor on a cell, in the place of its static code, which stays visible and usable until the editor is painted.
 * There is one Monaco on the page: opening it on another cell takes it from the former one, which shows its text as
 * static code again. Touch devices get a plain text box, and so does everyone if Monaco cannot be loaded.
 */
export async function openEditor(options: EditorOptions): Promise<Editor> {
  if (isTouch()) return openTextEditor(options);
  try {
    const { openMonaco } = await loadMonaco();
    return await openMonaco(options);
  } catch (error) {
    console.info("The code editor could not be loaded.", error);
    return openTextEditor(options, notLoaded);
  }
}

/** Fetches the editor ahead, when the reader's pointer or focus comes near Edit; not where data is to be saved. */
export function prefetchEditor(): void {
  const connection = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection;
  if (connection?.saveData || isTouch()) return;
  loadMonaco()
    .then(({ prepareMonaco }) => prepareMonaco())
    .catch(() => undefined); // opening it says so
}

function isTouch(): boolean {
  return matchMedia("(pointer: coarse)").matches;
}
