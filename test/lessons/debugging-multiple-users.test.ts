import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import { manifest } from "../unit/datasets/evidence.ts";
import { expectWithin } from "./expectWithin.ts";
import { numberOf, plain, rowsOf, runAnswer, valueOf } from "./runOn.ts";

const lesson = await loadLesson("lessons/debugging-multiple-users");
const { results } = lesson;
const here = manifest.machines["contoso-fs1"]!;
const { lab, story } = here.periods;
const poolmon = here.files["poolmon-patched.txt"]!.poolmon!;
const truthOf = (tag: string) => poolmon.leaks.find((leak) => leak.tag === tag)!;
const leaking = lab!.leaks.find(({ tag }) => tag === "Lea2")!;

describe("the numbers of Part 4 are the truth of the machine", () => {
  test("the hits are those of the search, and two of them allocate", () => {
    const rows = rowsOf(results["sites"]);
    expect(rows).toHaveLength((here.files["patch.txt"]!.facts!["hits"] as string[]).length);
    expect(rows.map((row) => row["is"])).toEqual(["string", "string", "allocate", "allocate", "free"]);
    expect(rows.map(({ pool }) => pool).filter((pool) => pool !== null)).toEqual(["paged", "nonpaged"]);
  });

  test("the leaking place grows at the rate of the leak in the lab, with its blocks", () => {
    const [top, other] = rowsOf(results["places"]);
    expect(top).toMatchObject({ place: "myfault+0x1621", tag: leaking.tag, pool: leaking.pool });
    const [, , start, end] = truthOf(leaking.tag).diffs;
    const [from, until] = poolmon.stamps.slice(-2).map((stamp) => Date.parse(`${stamp.slice(4)} UTC`));
    const seconds = (until! - from!) / 1000;
    expectWithin(
      plain(top!["growthBytesPerHour"]),
      ((end! - start!) * leaking.blockBytes[0]! * 3600) / seconds,
      0.0001,
    );
    expect(plain(top!["bytesEach"])).toBe(leaking.blockBytes[0]);
    expect(other).toMatchObject({ place: "myfault+0x13aa", tag: "Lea1", pool: "paged" });
    expect(plain(other!["growthBytesPerHour"])).toBe(0);
    expect(plain(other!["freedShare"])).toBe(1);
  });

  test("its rate is that of the story, and the rates before and after and of the pool agree", () => {
    const [before, after, paged, old, pool] = rowsOf(results["explained"]).map(({ rate }) => plain(rate));
    expectWithin(after!, before!, 0.005);
    expectWithin(pool!, after!, 0.005);
    expectWithin(after!, story!.leaks[0]!.bytesPerHour, 0.005);
    expect([paged, old]).toEqual([0, 0]);
  });

  test("the moment of the change is the one at which it was made", () => {
    const rows = rowsOf(results["moment"]);
    const at = new Date(here.files["patch.txt"]!.facts!["at"] as string);
    // CONTOSO-FS1 keeps Pacific Daylight Time.
    const local = new Date(at.getTime() - 7 * 3_600_000).toISOString().slice(11, 19);
    expect(rows.find(({ what }) => what === "so the change was at")!["value"]).toBe(local);
  });

  test("the return address is the leak's call site", async () => {
    const { solution } = lesson.exercises.find(({ id }) => id === "return-address")!;
    for (const machine of ["contoso-fs1", "fabrikam-app2"]) {
      const { leaks } = manifest.machines[machine]!.periods["lab"]!;
      const [row] = rowsOf(await runAnswer(lesson, machine, solution));
      const fastest = leaks.toSorted((a, b) => b.bytesLost - a.bytesLost)[0]!;
      expect(row!["returnsTo"]).toBe(fastest.callSites![0]);
    }
  });
});

describe("the sentences of Part 4 say what its cells show", () => {
  test("the driver's letters stand at three places of its code, and the first two hits lie in another driver", () => {
    const places = rowsOf(results["sites"]).map(({ place }) => String(place));
    expect(places.filter((place) => place.startsWith("myfault+"))).toHaveLength(3);
    expect(places.slice(0, 2).every((place) => !place.startsWith("myfault"))).toBe(true);
  });

  test("the drawing shows the tag in `41 b8`, `ba`, and the pool last before the call", () => {
    const { rows } = drawing("code");
    const bytes = rows.filter(({ site }) => site.startsWith("myfault")).map((row) => row.bytes);
    expect(bytes.filter((text) => text.startsWith("41 b8 4c 65 61 6b"))).toHaveLength(2);
    expect(bytes.filter((text) => text.startsWith("ba 4c 65 61 6b"))).toHaveLength(1);
    const behind = (site: string) => rows.filter((row) => row.site.includes(site)).at(-2)!.instruction;
    expect(behind("from paged")).toBe("mov ecx,1");
    expect(behind("from nonpaged")).toBe("xor ecx,ecx");
    expect(behind("frees")).toMatch(/rcx/);
  });

  test("dc shows the changed byte at the front of the number", () => {
    const [old, now] = rowsOf(results["spellings"]);
    expect([old!["shownByDc"], now!["shownByDc"]]).toEqual(["6b61654c", "3161654c"]);
    expect(now!["bytesInMemory"]).toBe("4c 65 61 31");
  });

  test("Leak has no relatives; CtxL has one of the same driver; Windows' families take ranges", () => {
    const rows = rowsOf(results["letters"]);
    expect(rows.map(({ usedBy }) => String(usedBy).split(":")[0])).toEqual([
      "nobody",
      "nobody",
      "pooltag.txt",
      "pooltag.txt",
    ]);
    expect(rows[0]!["relatives"]).toBe("Leak");
    expect(rows[1]!["relatives"]).toBe("CtxL, CtxM");
  });

  test("what was typed is what the plan says, and dc shows it", () => {
    const plan = rowsOf(results["plan"]);
    expect(plan.map(({ newTag }) => newTag)).toEqual(["Lea1", "Lea2"]);
    const table = results["patches"]!.values[0]!;
    const shown = table.kind === "table" ? table.rows.map((row) => row.slice(0, 4)) : [];
    expect(shown).toEqual(plan.map(({ place, newTag }) => [place, "Leak", newTag, "as written"]));
    const changed = drawing("patches").rows.filter(({ was }) => was !== undefined);
    expect(changed.map(({ bytes }) => bytes.slice(-2))).toEqual(["31", "32"]);
  });

  test("the old tag grows, gains a little over the change, and then stands still to the last digit", () => {
    const rows = rowsOf(results["rows"]).filter(({ tag, pool }) => tag === "Leak" && pool === "nonpaged");
    const [first, second, third, last] = rows.map(({ diff }) => plain(diff));
    expect([first, second, third, last]).toEqual(truthOf("Leak").diffs);
    expect(third! - second!).toBeGreaterThan(0);
    expect(rows[2]!["allocs"]).toEqual(rows[3]!["allocs"]);
    expect(rows[2]!["frees"]).toEqual(rows[3]!["frees"]);
    const fresh = rowsOf(results["rows"]).filter(({ tag }) => tag !== "Leak");
    expect(new Set(fresh.map(({ tag, pool }) => `${String(tag)} ${String(pool)}`)).size).toBe(2);
  });

  test("a third of the leaking place's blocks is freed, the other place's hundreds all are", () => {
    const [top, other] = rowsOf(results["places"]);
    expect(plain(top!["freedShare"])).toBeGreaterThan(0.3);
    expect(plain(top!["freedShare"])).toBeLessThan(0.37);
    expect(plain(other!["allocs"])).toBeGreaterThan(200);
    expect(rowsOf(results["verdict"]).map(({ verdict }) => verdict)).toEqual([
      "grows, and frees a part: ask for its callers",
      "gives back what it takes",
    ]);
  });

  test("eight hits in three drivers: three allocate from the growing pool, two free, one is stored, one is text", () => {
    const rows = rowsOf(results["shared"]);
    expect(rows).toHaveLength(8);
    expect(new Set(rows.map(({ place }) => String(place).split("+")[0])).size).toBe(3);
    const count = (kind: string, pool: string | null) =>
      rows.filter((row) => row["is"] === kind && row["pool"] === pool).length;
    expect([count("allocate", "nonpaged"), count("allocate", "paged"), count("free", null)]).toEqual([3, 1, 2]);
    expect([count("stored", null), count("string", null)]).toEqual([1, 1]);
  });

  test("Part 5 watches the tag of the leaking place", () => {
    expect(here.files["poolhittag.txt"]!.facts!["tag"]).toBe(rowsOf(results["places"])[0]!["tag"]);
  });

  test("the plan on either machine leaves out the letters that are taken, of which 1 or 2 is one", async () => {
    const { solution } = lesson.exercises.find(({ id }) => id === "shared-plan")!;
    const tagsOn = async (machine: string) => rowsOf(await runAnswer(lesson, machine, solution)).map(({ tag }) => tag);
    expect(await tagsOn("contoso-fs1")).toEqual(["Ddk2", "Ddk4", "Ddk5"]);
    expect(await tagsOn("fabrikam-app2")).toEqual(["Wdm1", "Wdm3", "Wdm4"]);
  });

  test("the changed places explain the old growth on both machines", async () => {
    const { solution } = lesson.exercises.find(({ id }) => id === "explains")!;
    for (const machine of ["contoso-fs1", "fabrikam-app2"])
      expectWithin(numberOf(await runAnswer(lesson, machine, solution)).value, 1, 0.05);
  });
});

/** The rows of a drawing of code. */
function drawing(cell: string): { rows: { site: string; bytes: string; was?: string; instruction: string }[] } {
  const value = valueOf(results[cell]);
  if (value.kind !== "extended") throw new Error(`${cell} gave a ${value.kind}, no drawing of code.`);
  return value.data as ReturnType<typeof drawing>;
}
