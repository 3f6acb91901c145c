import { cellLanguage } from "./cellLanguage.ts";
import { monaco } from "./monaco.ts";
import { cellAddress } from "./typeProviders.ts";

// Brackets have the colour of the static code.
const plainBrackets = { enabled: false, independentColorPoolPerBracketType: false };

/** The text of a cell inside Monaco, made once: its undo history outlives the closing of the editor. */
export function cellModel(cell: string, text: string): monaco.editor.ITextModel {
  const address = cellAddress(monaco, cell);
  const model = monaco.editor.getModel(address) ?? monaco.editor.createModel(text, cellLanguage, address);
  model.updateOptions({ tabSize: 2, indentSize: 2, insertSpaces: true, bracketColorizationOptions: plainBrackets });
  if (model.getValue() !== text) {
    // A step that Undo takes back, where setting the value would forget all others.
    model.pushStackElement();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    model.pushStackElement();
  }
  return model;
}
