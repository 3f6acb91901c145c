import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** `pool` and `notebook` never meet, the judge never sees the culprit: the arrows of the design, held by lint. */
const forbid = (folder, ...patterns) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: { "no-restricted-imports": ["error", { patterns }] },
});

export default defineConfig(
  {
    ignores: ["dist/", "lib/", ".astro/", "node_modules/", "test/bench/peers/", "test/lessons/answers/", "**/*.astro"],
  },
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // Typed arrays and matched groups are indexed by proof, not by luck; `!` says so where the compiler cannot see it.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
      // Control characters are what a reader of damaged logs has to name.
      "no-control-regex": "off",
    },
  },
  forbid("pool", "**/datasets/**", "**/notebook/**", "**/components/**", "astro*"),
  forbid("notebook", "**/pool/**", "**/components/**", "astro*"),
  forbid("pool/analyzers", "**/simulator/**", "**/notebook/**"),
  forbid("pool/simulator", "**/datasets/**", "**/analyzers/**", "**/notebook/**"),
  forbid("pool/formats", "**/analyzers/**", "**/simulator/**", "**/notebook/**"),
  { files: ["**/*.{js,mjs}"], languageOptions: { globals: { process: "readonly", console: "readonly" } } },
);
