import { fillPieces, placeholdersOf, type CommandId } from "../../pool/commands.ts";
import { commandSpans, type CommandSpan } from "../command/commandSpans.ts";
import type { LabCommand } from "../command/LabCommand.ts";
import { carryNames } from "./carryNames.ts";
import { copiedQuery } from "./copiedQuery.ts";
import { linkedSentences } from "./linkedSentences.ts";
import { queryOf, readLinkNames, type LinkNames } from "./linkNames.ts";

/** Puts the tag and the driver of the page's address into its commands and links, and says so; one click shows the lesson's own. */
export async function showLinked(): Promise<void> {
  const read = readLinkNames(location.search);
  const query = queryOf(read.names);
  carryNames(query);
  const place = document.querySelector(".linked");
  // Nothing defines the element on a page without commands.
  if (document.querySelector("lab-command")) await customElements.whenDefined("lab-command");
  const commands = [...document.querySelectorAll<LabCommand>("lab-command[data-command]")].flatMap((command) => {
    const spans = spansFor(command, read.names);
    return spans ? [{ command, spans }] : [];
  });
  let isFilled = true;
  const show = () => {
    for (const { command, spans } of commands) {
      if (isFilled) command.showFilled(spans);
      else command.showLesson();
    }
    place?.querySelector(".linked-said")!.replaceChildren(
      ...linkedSentences(read, commands.length, isFilled).map(({ text, isName }) => {
        if (!isName) return text;
        const name = document.createElement("code");
        name.textContent = text;
        return name;
      }),
    );
  };
  show();
  if (!place || query === "") return;

  const change = place.querySelector<HTMLButtonElement>('[data-action="switch"]')!;
  const label = () => (change.textContent = isFilled ? "Show the lesson’s own" : "Show them filled in");
  label();
  change.hidden = commands.length === 0;
  change.addEventListener("click", () => {
    isFilled = !isFilled;
    show();
    label();
  });

  const carry = place.querySelector<HTMLInputElement>('[data-action="carry"]')!;
  carry.closest("label")!.hidden = false;
  // The browser may have kept what was ticked before the page was loaded again.
  const choose = () => (copiedQuery.value = carry.checked ? query : "");
  choose();
  carry.addEventListener("change", choose);
}

/** A command with the link's names in it; undefined where it has no place for any of them. */
function spansFor({ dataset }: LabCommand, { tag, driver }: LinkNames): CommandSpan[] | undefined {
  const id = dataset["command"] as CommandId;
  const names = { tag, driver };
  if (placeholdersOf(id).every((name) => names[name] === undefined)) return undefined;
  const filled = fillPieces(id, { tag: tag ?? dataset["tag"], driver: driver ?? dataset["driver"] });
  return filled.ok ? commandSpans(filled.pieces) : undefined;
}
