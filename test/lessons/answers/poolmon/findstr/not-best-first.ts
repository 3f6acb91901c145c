import { readFindstr } from "pool-leak-lab";

const { records: found } = await readFindstr(await log("findstr.txt"));
const isAlone = ({ tag, words }: (typeof found)[number]) => words?.some((word) => word === tag.trimEnd());
const worthOf = (hit: (typeof found)[number]) =>
  hit.words === undefined ? "medium" : isAlone(hit) ? "strong" : "weak";
found.map((hit) => ({ tag: hit.tag, driver: hit.file, worth: worthOf(hit), says: "by its words" }));
