import type { EditorOptions } from "./Editor.ts";
import { monaco } from "./monaco.ts";

/** What Escape closes before it leaves the editor. */
const openThings = [
  "suggestWidgetVisible",
  "parameterHintsVisible",
  "findWidgetVisible",
  "markersNavigationVisible",
  "referenceSearchVisible",
  "inSnippetMode",
  "editorHasMultipleSelections",
  "editorHoverVisible",
];

/** The keys that lead out of the editor: Ctrl+Enter (or Cmd+Enter) runs the cell, Shift+Enter runs it and goes on, Escape leaves. */
export function addCellKeys(
  editor: monaco.editor.IStandaloneCodeEditor,
  { onRun, onRunAndGoOn, onLeave }: Pick<EditorOptions, "onRun" | "onRunAndGoOn" | "onLeave">,
): monaco.IDisposable[] {
  const { KeyCode, KeyMod } = monaco;
  return [
    editor.addAction({
      id: "cell.run",
      label: "Run",
      keybindings: [KeyMod.CtrlCmd | KeyCode.Enter, KeyMod.WinCtrl | KeyCode.Enter],
      run: () => onRun(),
    }),
    editor.addAction({
      id: "cell.runAndGoOn",
      label: "Run and go on",
      keybindings: [KeyMod.Shift | KeyCode.Enter],
      // While something is searched Shift+Enter goes to the former match.
      precondition: "editorTextFocus",
      run: () => onRunAndGoOn(),
    }),
    editor.addAction({
      id: "cell.leave",
      label: "Leave the editor",
      keybindings: [KeyCode.Escape],
      precondition: openThings.map((thing) => `!${thing}`).join(" && "),
      run: () => onLeave(),
    }),
  ];
}
