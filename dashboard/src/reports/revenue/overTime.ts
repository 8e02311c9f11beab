/** Revenue by bucket, and as a table with the range compared with beside it. */

import type { CellOf, Revenue } from "~/api/types";
import { moment } from "~/formats/dates";
import { number } from "~/formats/numbers";
import type { Column, Table } from "~/frame/table";
import { type Unit, bucketInstant } from "~/range/zones";
import { t } from "~/texts";

type Rows = Revenue["chart"];
type Format = (value: number) => string;

/** The range compared with, on the buckets of the range. */
export interface Earlier {
  starts: (number | undefined)[];
  sums: (number | null)[];
}

/** Return the revenue of each bucket, of all events together; none where there is no bucket. */
export function sumsOf(rows: Rows, starts: readonly (number | undefined)[], zone: string): (number | null)[] {
  const sums = new Map<number, number>();
  for (const { t: start, y } of rows) {
    const at = bucketInstant(start, zone);
    sums.set(at, (sums.get(at) ?? 0) + y);
  }
  return starts.map((start) => (start === undefined ? null : (sums.get(start) ?? 0)));
}

/** Return the revenue by bucket and event. */
export function tableOf(rows: Rows, unit: Unit, zone: string, format: Format): Table {
  return {
    columns: [
      { label: t.revenue.when, read: (cell) => when(bucketInstant(String(cell), zone), unit, zone) },
      { label: t.revenue.event },
      sumColumn(t.revenue.sum, format),
      {
        label: t.revenue.count,
        isNumber: true,
        read: (cell) => number(Number(cell)),
        opens: ([start, x]) => ({ t: String(start), x: String(x) }) satisfies CellOf<"revenue">,
      },
    ],
    rows: rows.map((row) => [row.t, row.x, row.y, row.count]),
  };
}

/** Return the revenue by bucket, of all events together, with that of the range compared with. */
export function comparedTable(
  sums: readonly (number | null)[],
  starts: readonly number[],
  earlier: Earlier,
  unit: Unit,
  zone: string,
  format: Format,
): Table {
  const time = (label: string): Column => ({
    label,
    read: (cell) => (cell === null ? t.none : when(String(cell), unit, zone)),
  });
  const text = (start: number | undefined) => (start === undefined ? null : new Date(start).toISOString());
  return {
    columns: [
      time(t.revenue.when),
      sumColumn(t.revenue.sum, format),
      time(t.compared(t.revenue.when)),
      sumColumn(t.compared(t.revenue.sum), format),
    ],
    rows: starts.map((start, at) => [
      text(start),
      sums[at] ?? null,
      text(earlier.starts[at]),
      earlier.sums[at] ?? null,
    ]),
  };
}

function when(instant: number | string, unit: Unit, zone: string): string {
  return moment(instant, unit === "hour" ? "full" : "date", zone);
}

function sumColumn(label: string, format: Format): Column {
  return { label, isNumber: true, read: (cell) => (cell === null ? t.none : format(Number(cell))) };
}
