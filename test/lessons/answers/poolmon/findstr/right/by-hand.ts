import { readFindstr } from "pool-leak-lab";

const { records: found } = await readFindstr(await log("findstr.txt"));
const isAlone = ({ tag, words }: (typeof found)[number]) => words?.some((word) => word === tag.trimEnd());
// One row a tag, names without the folder, and none where no file is left
[...new Set(found.map(({ tag }) => tag))].map((tag) => {
  const hits = found.filter((hit) => hit.tag === tag);
  const best = hits.find(isAlone) ?? hits.find(({ words }) => words === undefined);
  return {
    says: best ? "the letters stand alone, or nobody has looked" : "only in longer words",
    worth: best === undefined ? "none" : isAlone(best) ? "Strong" : "Medium",
    driver: best?.file.split("\\").at(-1)!.toUpperCase() ?? "none",
    tag: tag.trimEnd(),
  };
});
