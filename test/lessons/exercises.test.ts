import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import { expectWithin } from "./expectWithin.ts";
import { manifest } from "./manifest.ts";
import { writtenLessons } from "./writtenLessons.ts";
import { numberOf, plain, rowsOf, runAnswer, valueOf } from "./runOn.ts";

const lessons = await writtenLessons();
const perfmon = await loadLesson("lessons/perfmon");
const poolmon = await loadLesson("lessons/poolmon");
const { periods } = manifest.machines["contoso-fs1"]!;

describe("the exercises", () => {
  const all = lessons.flatMap((lesson) => lesson.exercises.map((exercise) => [lesson, exercise] as const));

  test.each(lessons.map((lesson) => [lesson.page, lesson] as const))("are three or more in %s", (_, lesson) => {
    expect(lesson.exercises.length).toBeGreaterThanOrEqual(3);
  });

  test.each(all.map(([lesson, exercise]) => [`${lesson.page}, ${exercise.id}`, lesson, exercise] as const))(
    "%s: starter and solution run on both machines, and the starter is not the answer",
    async (_, lesson, { starter, solution }) => {
      for (const machine of [lesson.machine!, lesson.exerciseMachine!]) {
        const [start, solved] = await Promise.all([
          runAnswer(lesson, machine, starter),
          runAnswer(lesson, machine, solution),
        ]);
        expect(start.failed).toBe(false);
        expect(JSON.stringify(valueOf(solved))).not.toBe(JSON.stringify(start.values.at(-1)));
      }
    },
  );

  const onOther = async (lesson: typeof perfmon, id: string) => {
    const { solution } = lesson.exercises.find((exercise) => exercise.id === id)!;
    return runAnswer(lesson, lesson.exerciseMachine!, solution);
  };
  const other = manifest.machines["fabrikam-app2"]!;

  test("the slope within one boot is the other machine's slow leak", async () => {
    expectWithin(
      numberOf(await onOther(perfmon, "autumn-slope")).value,
      other.periods.autumn.leaks[0]!.bytesPerHour,
      0.35,
    );
  });

  test("the classification finds the other server's load and cache, which lie in the other pools", async () => {
    const rows = rowsOf(await onOther(perfmon, "classify"));
    expect(rows.map(({ label }) => label)).toEqual([
      other.periods.load.pools.nonpaged.label,
      other.periods.load.pools.paged.label,
    ]);
  });

  test("the time to exhaustion elsewhere is that of the other machine's pool, up to the commit limit", async () => {
    const { leaks, pools } = other.periods.story;
    const room = 24 * 1024 ** 3 - pools[leaks[0]!.pool].floorAtEndBytes;
    const answer = numberOf(await onOther(perfmon, "other-machine"));
    expectWithin(answer.value, (room / leaks[0]!.bytesPerHour) * 3600, 0.05);
  });

  test("the time to exhaustion elsewhere is longer here than before, since the other release gives more", async () => {
    const { solution } = perfmon.exercises.find(({ id }) => id === "other-machine")!;
    const answer = numberOf(await runAnswer(perfmon, "contoso-fs1", solution));
    const { leaks, pools } = periods.story;
    expectWithin(
      answer.value,
      ((16 * 1024 ** 3 - pools.nonpaged.floorAtEndBytes) / leaks[0]!.bytesPerHour) * 3600,
      0.01,
    );
  });

  test("the German log's column is the one of the whole nonpaged pool", async () => {
    const rows = rowsOf(await onOther(perfmon, "german-log"));
    expect(rows).toHaveLength(1);
    expect(rows[0]!["path"]).toBe(
      `\\\\${other.periods.story.machine}\\Arbeitsspeicher\\Nicht-Auslagerungsseiten (Bytes)`,
    );
    expect(plain(rows[0]!["bytes"]) % 4096).toBe(0);
  });

  test("the bytes to search for are those of the other machine's leaking tag", async () => {
    const hexOf = (text: string) =>
      Buffer.from(text, "latin1")
        .toString("hex")
        .replace(/..(?=.)/g, "$& ");
    const { tag } = other.periods.story.leaks[0]!;
    const rows = rowsOf(await onOther(poolmon, "search-bytes"));
    expect(rows[0]!["hex"]).toBe(hexOf(tag));
    expect(rows[1]!["hex"]).toBe(hexOf(tag.slice(0, 3) + String.fromCharCode(tag.charCodeAt(3) | 0x80)));
    expect(rows[2]!["hex"]).toBe(hexOf([...tag].reverse().join("")));
  });

  test("the file to look at first is the leaking driver, and one tag has no file left", async () => {
    const rows = rowsOf(await onOther(poolmon, "findstr"));
    const [leak] = other.periods.story.leaks;
    expect(rows.find(({ tag }) => tag === leak!.tag)).toMatchObject({ driver: leak!.driver });
    const tags = [...new Set(rows.map(({ tag }) => tag))];
    const strongFile = (name: unknown) =>
      rows.some(({ tag, worth, driver }) => tag === name && worth !== "weak" && String(driver).endsWith(".sys"));
    expect(tags.filter((tag) => !strongFile(tag))).toHaveLength(1);
  });

  test("the steady grower of the week is the other machine's slow leak", async () => {
    const [row] = rowsOf(await onOther(poolmon, "week-grower"));
    expect(row!["tag"]).toBe(other.periods.week.leaks[0]!.tag);
  });

  test("the share is that of the other machine's leaking tag", async () => {
    expectWithin(
      numberOf(await onOther(poolmon, "share")).value,
      other.files["poolmon.txt"]!.poolmon!.leaks[0]!.shareOfPoolGrowth,
      0.02,
    );
  });

  test("the leaking tag is first by bytes on both machines, and busiest only on the other one", async () => {
    const { solution } = poolmon.exercises.find(({ id }) => id === "places")!;
    const places = async (machine: string) =>
      rowsOf(await runAnswer(poolmon, machine, solution)).map(({ place }) => plain(place));
    const [busy, , bytes] = await places("contoso-fs1");
    expect(busy).toBeGreaterThan(20);
    expect(bytes).toBe(1);
    expect(await places("fabrikam-app2")).toEqual([1, 1, 1]);
  });
});
