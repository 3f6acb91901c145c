import { readFindstr, readPooltag, tagToDriver } from "pool-leak-lab";

// With Windows' own list, which knows a tag that no driver of the folder has.
const { records: found } = await readFindstr(await log("findstr.txt"));
const { records: pooltag } = await readPooltag(await log("pooltag.txt"));
[...new Set(found.map(({ tag }) => tag))].flatMap((tag) => tagToDriver(tag, { findstr: found, pooltag }));
