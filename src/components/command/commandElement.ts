import { commands, fillCommand, type CommandId } from "../../pool/commands.ts";
import "./LabCommand.ts";

/** The tag in a command that searches for one, as long as nobody has found theirs. */
const exampleTag = "Leak";

/** A command with Copy, as `<Command>` shows it, for what is only known in the browser. */
export function commandElement(id: CommandId): HTMLElement {
  const { shell, does, needs } = commands[id];
  const filled = fillCommand(id, { tag: exampleTag });
  const text = filled.ok ? filled.text : commands[id].template;
  const line = element("div", "line");
  const prompt = element("span", "prompt", shell === "cmd" ? ">" : "PS>");
  prompt.ariaHidden = "true";
  const code = element("code", "", text);
  code.tabIndex = 0;
  code.role = "region";
  code.ariaLabel = `${shell === "cmd" ? "Command prompt" : "PowerShell"}: ${does}`;
  const copy = document.createElement("button");
  copy.type = "button";
  copy.dataset["copy"] = text;
  copy.append("Copy", element("span", "visually-hidden", ` the command: ${does}`));
  line.append(prompt, code, copy);
  const said = element("span", "visually-hidden");
  said.role = "status";
  const needed = needs.length > 0 ? ` It needs: ${needs.join("; ")}.` : "";
  const made = document.createElement("lab-command");
  made.className = "command";
  made.append(line, element("p", "does", does + needed), said);
  return made;
}

function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
