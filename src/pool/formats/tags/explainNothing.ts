import type { FindstrCommand } from "./parseFindstrCommand.ts";
import { tagBytes } from "./tagValue.ts";

/** Says, in sentences, what it does and does not prove that a search for a tag found nothing. */
export function explainNothing(tag: string, input: FindstrCommand["input"]): string {
  if (input.of === "pipe") {
    const where = input.file ?? "what the command before findstr printed";
    return `No text with "${tag}" is in ${where}. This says nothing of other drivers: search their files with findstr /m /l.`;
  }
  const bytes = /^[\x20-\x7e]{4}$/.test(tag) ? ` As a protected tag its bytes are ${tagBytes(tag, "protected")}.` : "";
  return `No file was found for "${tag}". It may be a protected tag, made from a KMDF driver's name, or of a driver in another folder: search all drivers that are loaded.${bytes}`;
}
