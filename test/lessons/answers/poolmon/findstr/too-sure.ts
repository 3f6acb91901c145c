import { readFindstr } from "pool-leak-lab";

const { records: found } = await readFindstr(await log("findstr.txt"));
// A word longer than the tag speaks against it, everything else for it.
found
  .map(({ tag, file, words = [] }) => ({
    tag,
    driver: file.split("\\").at(-1)!,
    worth: words.some((word) => word.length > 4) ? "weak" : "strong",
    says: words.join(", "),
  }))
  .toSorted((a, b) => a.worth.localeCompare(b.worth));
