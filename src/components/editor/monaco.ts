/**
 * The parts of Monaco that a cell needs, and no others: its core is 560 kB (brotli), everything 925. Words, links, minimap,
 * folding, rename, diff and the rest stay out, and with them Monaco's own worker, which no feature below asks for.
 * Monaco's TypeScript support stays out too: cells share names, so their types come from a worker of our own (`openTypes`).
 */
// `features/suggest/register` of 0.57 registers the inline kind only; this is the list that opens while one types.
import "monaco-editor/editor/contrib/suggest/browser/suggestController.js";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/cursorUndo/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/gotoSymbol/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/multicursor/register";
import "monaco-editor/features/parameterHints/register";
import "monaco-editor/features/referenceSearch/register";
import "monaco-editor/features/snippet/register";
import "monaco-editor/features/toggleTabFocusMode/register";
import "monaco-editor/features/wordOperations/register";

export * as monaco from "monaco-editor/editor";
