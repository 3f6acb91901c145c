/** The least distance of two labels' middles, in pixels. */
const LINE = 17;

/** Moves labels apart that stand over one another at the lines' ends, keeping their order. */
export function spreadLabels(svg: Element): void {
  const labels = [...svg.querySelectorAll(".value-chart-label text")].flatMap((element) => {
    const place = /translate\(([-\d.]+),([-\d.]+)\)/.exec(element.getAttribute("transform") ?? "");
    return place ? [{ element, x: Number(place[1]), y: Number(place[2]) }] : [];
  });
  const columns = new Map<number, typeof labels>();
  for (const label of labels)
    columns.set(Math.round(label.x / 40), [...(columns.get(Math.round(label.x / 40)) ?? []), label]);
  for (const column of columns.values()) {
    const sorted = column.toSorted((a, b) => a.y - b.y);
    const places = spread(sorted.map(({ y }) => y));
    for (const [index, { element, x }] of sorted.entries()) {
      element.setAttribute("transform", `translate(${x},${places[index]!})`);
    }
  }
}

/** The nearest places at least a line apart: overlapping neighbours become one block around their mean. */
export function spread(wanted: readonly number[]): number[] {
  const blocks: { mean: number; count: number }[] = [];
  for (const place of wanted) {
    blocks.push({ mean: place, count: 1 });
    for (let last = blocks.at(-1)!, before = blocks.at(-2); before; last = blocks.at(-1)!, before = blocks.at(-2)) {
      if (last.mean - before.mean >= (LINE * (last.count + before.count)) / 2) break;
      const count = last.count + before.count;
      blocks.splice(-2, 2, { mean: (last.mean * last.count + before.mean * before.count) / count, count });
    }
  }
  return blocks.flatMap(({ mean, count }) =>
    Array.from({ length: count }, (_, index) => mean + LINE * (index - (count - 1) / 2)),
  );
}
