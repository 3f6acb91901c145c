import { isBytes } from "../../value/binaryUnits.ts";
import { exactNumber, formatNumber } from "../../value/formatNumber.ts";
import { groupThousands } from "../../value/words.ts";
import { columnFormat } from "../columnFormat.ts";
import type { Cursor } from "./findSamples.ts";
import type { PlacedSeries } from "./placeSamples.ts";
import type { Reading } from "./Reading.ts";

/** One line of the label. */
export interface ReadingRow {
  name: string;
  paint: string;
  /** "2.31 GiB" */
  value: string;
  /** "2,480,345,088 B"; undefined where the value is no amount of bytes, or is exact itself */
  exact: string | undefined;
  /** where it stands along x, if not where the label says */
  at: string | undefined;
}

/** Says samples of a chart in words, as the tables say them. */
export class ReadingWords {
  readonly #reading: Reading;
  readonly #all: readonly PlacedSeries[];
  readonly #writeAt: (at: number) => string;
  #spoken: { series: number; day: string } | undefined;

  constructor(reading: Reading, all: readonly PlacedSeries[]) {
    this.#reading = reading;
    this.#all = all;
    this.#writeAt = this.#writerOfX();
  }

  /** Where a sample stands along x: "2012-08-14 16:30:00 UTC", "hours since the first snapshot: 0.25". */
  at({ series, index }: Cursor): string {
    return this.#writeAt(this.#all[series]![index]!.at);
  }

  row(cursor: Cursor, at: string): ReadingRow {
    const { name, paint } = this.#reading.series[cursor.series]!;
    const { value } = this.#all[cursor.series]![cursor.index]!;
    const { unit } = this.#reading.y;
    const written = formatNumber(value, unit);
    const exact = isBytes(unit) ? exactNumber(value, unit) : written;
    const ownAt = this.at(cursor);
    return {
      name,
      paint,
      value: written,
      exact: exact === written ? undefined : exact,
      at: ownAt === at ? undefined : ownAt,
    };
  }

  /** What a step to a sample is announced by: what is new first, and no more of it than is new. */
  spoken(cursor: Cursor): string {
    const samples = this.#all[cursor.series]!;
    const at = this.at(cursor);
    const { name, value } = this.row(cursor, at);
    const [day = "", clock] = this.#reading.x.unit === "ms" ? at.split(" ") : [];
    const where = clock !== undefined && day === this.#spoken?.day ? clock : at;
    const isNew = this.#all.length > 1 && cursor.series !== this.#spoken?.series;
    this.#spoken = { series: cursor.series, day };
    const line = isNew ? `${name}, line ${cursor.series + 1} of ${this.#all.length}: ` : "";
    const count = groupThousands(samples.length);
    const end =
      cursor.index === 0 ? `, first of ${count}` : cursor.index === samples.length - 1 ? `, last of ${count}` : "";
    return `${line}${value}, ${where}${end}`;
  }

  #writerOfX(): (at: number) => string {
    const { unit, label } = this.#reading.x;
    if (unit !== "ms") return (at) => (label === "" ? formatNumber(at, unit) : `${label}: ${formatNumber(at, unit)}`);
    const format = columnFormat(
      { name: "time", unit },
      this.#all.flatMap((samples) => samples.map(({ at }) => at)),
    );
    return (at) => `${format.write(at).text} ${format.unit}`;
  }
}
