import { commands, fillCommand, isCommandId } from "../../pool/commands.ts";

/** What a support engineer asks for beside the link. */
export interface SupportReply {
  /** ids of `commands.ts`, in the order to run them */
  commands: readonly string[];
  /** what to send back, as the end of a sentence */
  sendBack: string;
}

/** A link in the three forms that people paste. */
export interface ShareTexts {
  /** the bare address */
  plain: string;
  /** a Markdown link, for issues and chats */
  markdown: string;
  /** an answer to a customer: the link, the commands, what to send back; undefined where the lesson names none */
  reply: string | undefined;
}

/** Writes a link in plain, Markdown and support-reply form. */
export function shareTexts({ title, url, reply }: { title: string; url: string; reply?: SupportReply }): ShareTexts {
  return {
    plain: url,
    markdown: `[${title.replaceAll("[", "\\[").replaceAll("]", "\\]")}](${url})`,
    reply: reply && replyText(title, url, reply),
  };
}

function replyText(title: string, url: string, { commands: ids, sendBack }: SupportReply): string {
  const lines = ids.map((id) => {
    const filled = fillCommand(id);
    if (!filled.ok) throw new Error(`The support reply of ${url} names the command "${id}": ${filled.problem}`);
    return `    ${filled.text}`;
  });
  return [
    `How to read it yourself, on your own log if you like (it stays on your machine): ${title}`,
    url,
    "",
    `Please run${ids.length === 1 ? "" : " these"}, ${promptOf(ids)}:`,
    "",
    ...lines,
    "",
    `Then send back ${sendBack}.`,
  ].join("\n");
}

/** Where the commands are typed. */
function promptOf(ids: readonly string[]): string {
  const isDebugger = ids.some((id) => isCommandId(id) && commands[id].shell === "kd");
  return isDebugger ? "at the prompt of the kernel debugger" : "in an elevated command prompt";
}
