import { readFindstr } from "pool-leak-lab";

const { records: found } = await readFindstr(await log("findstr.txt"));
const isAlone = ({ tag, words }: (typeof found)[number]) => words?.some((word) => word === tag.trimEnd());
found
  .filter((hit) => hit.words === undefined || isAlone(hit))
  .map(({ tag, file, words }) => ({ tag, driver: file, worth: words ? "strong" : "medium", says: "not in a word" }));
