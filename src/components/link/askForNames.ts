import { copyText } from "../share/copyText.ts";
import { sayOnButton } from "../share/sayOnButton.ts";
import { checkNames, queryOf, readLinkNames } from "./linkNames.ts";

/** A form of the link that can be copied. */
export interface LinkForm {
  /** what its button says: `Copy link` */
  label: string;
  /** the text with the query behind its address */
  textFor: (query: string) => string;
}

interface Field {
  input: HTMLInputElement;
  parts: HTMLElement[];
  /** what stands below the input: a hint, or what is wrong with what was typed */
  say: (problem: string | undefined) => void;
}

/**
 * Asks a support engineer for a customer's tag and driver in a dialog, and copies a link to this page that fills them into
 * its commands. Both are checked while they are typed, by the rules that the page they lead to applies.
 *
 * @param forms the forms that the page's own link can be copied in, the bare address first
 * @returns when the dialog is closed
 */
export async function askForNames(forms: readonly LinkForm[]): Promise<void> {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog ask-for-names not-content";
  const title = element("h2", "A link with the customer’s tag and driver");
  title.id = "ask-for-names-title";
  dialog.setAttribute("aria-labelledby", title.id);
  const promise = element(
    "p",
    "Commands in the lessons are then shown and copied with them. They stand in the address and are stored nowhere.",
  );
  const { names } = readLinkNames(location.search);
  const tag = field(
    "tag",
    "Pool tag",
    names.tag ?? "",
    "Upper and lower case count; a blank at the end may be left out.",
  );
  const driver = field(
    "driver",
    "Driver’s file name",
    names.driver ?? "",
    "Such as myfault.sys. Either may stay empty.",
  );
  const link = document.createElement("output");
  link.setAttribute("aria-label", "The link");
  const actions = document.createElement("div");
  actions.className = "ask-for-names-actions";
  const said = element("p", "");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");

  let query = "";
  const copies = forms.map(({ label, textFor }) => {
    const copy = button(label);
    copy.addEventListener("click", async () => {
      const isCopied = await copyText(textFor(query));
      said.classList.toggle("visually-hidden", isCopied);
      said.textContent = isCopied ? "Copied" : "The browser did not allow copying; select the link above instead.";
      if (isCopied) sayOnButton(copy);
    });
    return copy;
  });
  copies[0]?.classList.add("is-main");
  const close = button("Close");
  close.addEventListener("click", () => dialog.close());
  actions.append(...copies, close);

  const check = () => {
    const read = checkNames(tag.input.value, driver.input.value);
    query = queryOf(read.names);
    tag.say(read.problems.tag);
    driver.say(read.problems.driver);
    const isReady = query !== "" && Object.keys(read.problems).length === 0;
    link.textContent = forms[0]!.textFor(isReady ? query : "");
    for (const copy of copies) copy.disabled = !isReady;
  };
  for (const { input } of [tag, driver]) input.addEventListener("input", check);
  check();

  dialog.append(title, promise, ...tag.parts, ...driver.parts, link, actions, said);
  document.body.append(dialog);
  const closed = new Promise<void>((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve();
    });
  });
  dialog.showModal();
  tag.input.focus();
  return closed;
}

function field(id: string, words: string, value: string, hint: string): Field {
  const label = document.createElement("label");
  label.textContent = words;
  const input = document.createElement("input");
  input.id = label.htmlFor = `ask-for-names-${id}`;
  input.type = "text";
  input.value = value.trimEnd();
  input.autocomplete = "off";
  input.autocapitalize = "off";
  input.spellcheck = false;
  const below = element("p", hint);
  below.className = "ask-for-names-said";
  below.id = `${input.id}-said`;
  below.setAttribute("role", "status");
  input.setAttribute("aria-describedby", below.id);
  const say = (problem: string | undefined) => {
    const text = problem ?? hint;
    if (below.textContent !== text) below.textContent = text;
    input.setAttribute("aria-invalid", String(problem !== undefined));
  };
  return { input, parts: [label, input, below], say };
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function button(text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  return made;
}
