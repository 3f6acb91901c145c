/**
 * A path of straight lines, each point told from the one before it: the steps of a curve over even intervals are short and
 * alike, and compress to half of what the points do. Numbers are taken to a tenth; any other path stays as it is.
 */
export function relativePath(path: string): string {
  const points = [...path.matchAll(/([ML])(-?[\d.]+),(-?[\d.]+)(Z?)/g)];
  if (points.length < 3 || points.map(([whole]) => whole).join("") !== path) return path;
  let [fromX, fromY] = [0, 0];
  let text = "";
  for (const [, command, xText, yText, end] of points) {
    const [x, y] = [tenths(xText), tenths(yText)];
    const step = command === "M" ? `M${write(x)},${write(y)}l` : `${write(x - fromX)},${write(y - fromY)} `;
    text += step + (end ? "Z" : "");
    [fromX, fromY] = [x, y];
  }
  // A minus sign parts two numbers as a comma does; a line that is over needs no blank, nor a start without lines its letter.
  return text
    .replaceAll(",-", "-")
    .replace(/ (?=[MZ]|$)/g, "")
    .replace(/l(?=[MZ]|$)/g, "");
}

const tenths = (text = ""): number => Math.round(Number(text) * 10);

/** A number of tenths, without a nought before the point: `.5`, `-1.2`, `3`. */
function write(count: number): string {
  return String(count / 10).replace(/^(-?)0\./, "$1.");
}
