import { filesOfDrop, filesOfPaste, textFile, type GivenFiles } from "./givenFiles.ts";

/**
 * Asks for a log in a dialog: a file, by picking it or dropping it there, or pasted text.
 *
 * @param name the log that it will stand in for
 * @returns undefined when the reader closes the dialog
 */
export async function askForLog(name: string): Promise<GivenFiles | undefined> {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog ask-for-log not-content";
  const title = element("h2", `Use my own log in place of ${name}`);
  title.id = "ask-for-log-title";
  dialog.setAttribute("aria-labelledby", title.id);
  const promise = element(
    "p",
    "It stays on this machine: the page reads it here, and cells have no network to send it over.",
  );

  const picker = document.createElement("input");
  picker.type = "file";
  picker.hidden = true;
  const choose = button("Choose a file", "is-main");
  const drop = element("p", "or drop one here, or paste the log’s text:");

  const area = document.createElement("textarea");
  area.rows = 6;
  area.spellcheck = false;
  area.wrap = "off";
  area.setAttribute("aria-label", "The text of the log");
  const useText = button("Use this text");
  useText.disabled = true;
  const cancel = button("Cancel");
  const actions = document.createElement("div");
  actions.className = "ask-for-log-actions";
  actions.append(useText, cancel);
  dialog.append(title, promise, choose, picker, drop, area, actions);

  const answer = new Promise<GivenFiles | undefined>((resolve) => {
    const finish = (given?: GivenFiles) => {
      resolve(given);
      dialog.close();
    };
    dialog.addEventListener("close", () => {
      resolve(undefined);
      dialog.remove();
    });
    choose.addEventListener("click", () => picker.click());
    picker.addEventListener("change", () => {
      const file = picker.files?.[0];
      if (file) finish({ files: [file], folders: 0 });
    });
    cancel.addEventListener("click", () => finish());
    area.addEventListener("input", () => (useText.disabled = area.value === ""));
    useText.addEventListener("click", () => finish({ files: [textFile(area.value)], folders: 0 }));
    dialog.addEventListener("paste", (event) => {
      // Text that is pasted into the field is shown there first.
      if (!event.clipboardData || (event.target === area && event.clipboardData.files.length === 0)) return;
      const given = filesOfPaste(event.clipboardData);
      if (!given) return;
      event.preventDefault();
      finish(given);
    });
    dialog.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
    dialog.addEventListener("drop", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      finish(filesOfDrop(event.dataTransfer));
    });
  });
  document.body.append(dialog);
  dialog.showModal();
  choose.focus();
  return answer;
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function button(text: string, className = ""): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.className = className;
  return made;
}
