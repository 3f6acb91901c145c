import { majorName } from "pool-leak-lab";

const counts = new Map<string, number>();
for (const { driver = "", major = -1 } of found) {
  const key = `${driver} ${majorName(major)}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
const [key, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0]!;
const [driver, major] = key.split(" ");
({ driver, major, count });
