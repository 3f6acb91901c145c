import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // One project per kind, so that `vitest --project unit` is what one runs while writing.
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { name: "lessons", include: ["test/lessons/**/*.test.ts"], testTimeout: 120_000 } },
      { test: { name: "site", include: ["test/site/**/*.test.ts"] } },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A browser test waits more than it computes: two at a time are the most that two cores do without slowing each other down.
          maxWorkers: 2,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
