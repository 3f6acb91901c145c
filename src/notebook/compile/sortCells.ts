/**
 * Orders cells so that each follows those it reads from; among equals the order of the page holds.
 *
 * @param ids the cells in the order of the page
 * @param readsFrom for each cell the cells it reads from directly
 * @returns the order, and every cycle as the cells along it; the cells of a cycle stand in the order of the page
 */
export function sortCells(
  ids: readonly string[],
  readsFrom: Readonly<Record<string, readonly string[]>>,
): { order: string[]; cycles: string[][] } {
  const order: string[] = [];
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): void => {
    if (done.has(id)) return;
    const from = path.indexOf(id);
    if (from >= 0) {
      cycles.push(path.slice(from));
      return;
    }
    path.push(id);
    for (const other of readsFrom[id] ?? []) visit(other);
    path.pop();
    done.add(id);
    order.push(id);
  };
  for (const id of ids) visit(id);
  return { order, cycles };
}
