/** Monaco ships its TypeScript (5.9.3) without types; `typescript-5.9` is the same version. */
declare module "monaco-editor/languages/features/typescript/lib/typescriptServices.js" {
  import type ts from "typescript-5.9";
  export const typescript: typeof ts;
}
