/** How many of the outermost frames all stacks have in common, at most so many that each keeps one of its own. */
export function commonCallers(stacks: readonly (readonly string[])[]): number {
  const [first = [], ...others] = stacks;
  if (others.length === 0) return 0;
  const most = Math.min(...stacks.map(({ length }) => length)) - 1;
  let count = 0;
  while (count < most && others.every((frames) => frames.at(-1 - count) === first.at(-1 - count))) count++;
  return count;
}
