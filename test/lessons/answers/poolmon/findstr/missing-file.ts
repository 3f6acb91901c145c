import { readFindstr } from "pool-leak-lab";

const { records: found } = await readFindstr(await log("findstr.txt"));
// The first file of each tag
const tags = [...new Set(found.map(({ tag }) => tag))];
tags.map((tag) => ({ tag, driver: found.find((hit) => hit.tag === tag)!.file, worth: "weak", says: "found first" }));
