/** The table that stands behind every chart: what it shows, what it exports. */

import type { Condition } from "~/filters/conditions";
import type { Cell } from "~/formats/csv";

import type { Cell as Opened } from "./opening";

export interface Column {
  label: string;
  isNumber?: boolean;
  /** How a cell reads; as it is, if nothing is said. */
  read?: (cell: Cell) => string;
  /** The filter that a cell stands for, if any. */
  filter?: (cell: Cell) => Condition | undefined;
  /** The number that a cell of a row opens, if it does. */
  opens?: (row: readonly Cell[]) => Opened | undefined;
}

export interface Table {
  columns: Column[];
  rows: Cell[][];
}

export interface Sorting {
  column: number;
  isDescending: boolean;
}

/** Return the rows in another order; equal ones stay as they were, what is missing comes last. */
export function sorted(rows: readonly Cell[][], { column, isDescending }: Sorting): Cell[][] {
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((left, right) => sign * compare(left[column] ?? null, right[column] ?? null));
}

function compare(left: Cell, right: Cell): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left).localeCompare(String(right));
}

export function readCell(column: Column, cell: Cell): string {
  if (column.read !== undefined) return column.read(cell);
  return cell === null ? "" : String(cell);
}
