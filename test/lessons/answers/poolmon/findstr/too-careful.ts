import { readFindstr } from "pool-leak-lab";

const { records: found } = await readFindstr(await log("findstr.txt"));
// A search proves nothing.
found
  .map(({ tag, file, words }) => ({ tag, driver: file, worth: words ? "weak" : "medium", says: "only a search" }))
  .toSorted((a, b) => a.worth.localeCompare(b.worth));
