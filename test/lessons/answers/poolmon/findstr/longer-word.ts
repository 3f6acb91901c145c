import { readFindstr } from "pool-leak-lab";

const { records: found } = await readFindstr(await log("findstr.txt"));
// Whoever holds the letters is a candidate.
found.map(({ tag, file }) => ({ tag, driver: file, worth: "medium", says: `${file} holds the letters ${tag}` }));
